using CallFlows.Durable;
using Microsoft.DurableTask;

namespace CallFlows.Functions.Durable;

/// <summary>Failures as the port has them.</summary>
internal static class Failures
{
    public static FailureDetails From(TaskFailureDetails failure) => new(
        failure.ErrorType,
        failure.ErrorMessage,
        failure.StackTrace,
        failure.InnerFailure is { } inner ? From(inner) : null);
}
