using Microsoft.AspNetCore.Http;

namespace CallFlows.AspNetCore.Management;

/// <summary>A management request that can't be done.</summary>
internal sealed class BadRequestException(int status, string problem, Exception? innerException = null) : Exception(problem, innerException)
{
    /// <summary>The HTTP status to answer with.</summary>
    public int Status { get; } = status;

    public static BadRequestException NoInstance(string instanceId) =>
        new(StatusCodes.Status404NotFound, $"There is no flow instance '{instanceId}'.");
}
