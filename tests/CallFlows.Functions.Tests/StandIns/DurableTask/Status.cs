using CallFlows.Functions.Tests.StandIns;

namespace Grpc.Core;

[Official("Grpc.Core.Api", "grpc/grpc-dotnet: src/Grpc.Core.Api/Status.cs")]
public struct Status(StatusCode statusCode, string detail)
{
    public StatusCode StatusCode { get; } = statusCode;

    public string Detail { get; } = detail;
}
