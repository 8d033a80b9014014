using Azure;
using Azure.Identity;
using CallFlows.Actions;

namespace CallFlows.CallAutomation.Gateway;

/// <summary>What the pipeline throws when no answer came: transport failures, an aggregate of them after retries, time-outs, no token.</summary>
public static class TransportProblem
{
    /// <summary>Whether an exception says that no answer came.</summary>
    /// <param name="problem">What the pipeline threw.</param>
    public static bool Is(Exception problem) => problem is
        RequestFailedException or HttpRequestException or IOException or OperationCanceledException or AuthenticationFailedException
        || (problem is AggregateException aggregate && aggregate.InnerExceptions.All(Is));

    /// <summary>The error of an action that no answer came to: status 0, and whether it may have happened all the same.</summary>
    /// <param name="action">What was sent.</param>
    /// <param name="problem">What the pipeline threw.</param>
    public static CallActionException ErrorOf(CallAction action, Exception problem)
    {
        ArgumentNullException.ThrowIfNull(action);
        ArgumentNullException.ThrowIfNull(problem);
        return DeliveryDoubt.Note(action, CallErrors.Unreachable(action, problem), DeliveryDoubt.IsLeftBy(problem));
    }
}
