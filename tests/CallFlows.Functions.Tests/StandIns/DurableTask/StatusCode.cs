using CallFlows.Functions.Tests.StandIns;

namespace Grpc.Core;

[Official("Grpc.Core.Api", "grpc/grpc-dotnet: src/Grpc.Core.Api/StatusCode.cs")]
public enum StatusCode
{
    OK = 0,
    NotFound = 5,
    AlreadyExists = 6,
    FailedPrecondition = 9,
}
