using CallFlows.Functions.Tests.StandIns;

namespace Grpc.Core;

[Official("Grpc.Core.Api", "grpc/grpc-dotnet: src/Grpc.Core.Api/RpcException.cs")]
public class RpcException(Status status) : Exception(status.Detail)
{
    public Status Status { get; } = status;

    public StatusCode StatusCode => Status.StatusCode;
}
