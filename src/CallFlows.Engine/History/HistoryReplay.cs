using CallFlows.Durable;
using CallFlows.Engine.Diagnostics;
using CallFlows.Engine.Replaying;

namespace CallFlows.Engine;

/// <summary>
/// Runs code over a recorded history, without an engine and without changing anything: it tells whether that code could go on with the
/// instance.
/// </summary>
public static class HistoryReplay
{
    /// <summary>
    /// Compares the decisions of the code with those of the history: kind, order, names of activities and sub-orchestrations, and which action
    /// a call action is. Inputs, texts and times are not compared.
    /// </summary>
    /// <param name="history">The history.</param>
    /// <param name="registry">The code there is now.</param>
    /// <exception cref="ArgumentException">The history is empty.</exception>
    /// <returns>Where they part; null when the code fits: it ends as the history does, or waits where the history goes on.</returns>
    public static HistoryDeparture? FindDeparture(RecordedHistory history, DurableRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(registry);
        if (history.Events.Count == 0)
        {
            throw new ArgumentException("A history has at least the start of its execution.", nameof(history));
        }

        if (registry.FindOrchestrator(history.Flow, history.Version) is not { } registration)
        {
            return new HistoryDeparture { Message = Unregistered(history, registry) };
        }

        return CodeReview.Find(registration) is { } illegal
            ? new HistoryDeparture { Message = illegal.Message }
            : HistoryRun.Of(history, registration).Departure;
    }

    private static string Unregistered(RecordedHistory history, DurableRegistry registry) =>
        registry.FindOrchestrator(history.Flow) is { } other
            ? $"version {history.Version} of the flow is not registered, the highest is {other.Version}"
            : $"no flow '{history.Flow}' is registered";
}
