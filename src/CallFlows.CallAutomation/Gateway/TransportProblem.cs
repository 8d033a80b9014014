using Azure;
using Azure.Identity;

namespace CallFlows.CallAutomation.Gateway;

/// <summary>What the pipeline throws when no answer came: transport failures, an aggregate of them after retries, time-outs, no token.</summary>
internal static class TransportProblem
{
    public static bool Is(Exception problem) => problem is
        RequestFailedException or HttpRequestException or IOException or OperationCanceledException or AuthenticationFailedException
        || (problem is AggregateException aggregate && aggregate.InnerExceptions.All(Is));
}
