using CallFlows.Durable;
using Microsoft.DurableTask;

namespace CallFlows.Functions.Tests.Hosting;

/// <summary>Failures as the official packages have them.</summary>
internal static class OfficialFailures
{
    public static TaskFailureDetails From(FailureDetails failure) =>
        new(failure.ErrorType, failure.Message, failure.StackTrace, failure.Inner is { } inner ? From(inner) : null, null);
}
