using System.Runtime.CompilerServices;
using CallFlows.Flows.Running;
using CallFlows.ServiceEvents;

namespace CallFlows.Calls;

/// <summary>
/// What the service reports about a call through Event Grid, one event after the other in the order they came, which need not be the order
/// of what they tell. It goes on after the call: its end is reported then.
/// </summary>
public sealed class CallReportStream
{
    private readonly CallDesk _desk;
    private readonly CallSession _session;
    private readonly EventQueue<CallReport> _reports;

    internal CallReportStream(CallDesk desk, CallSession session, DeadlineClock deadlines)
    {
        _desk = desk;
        _session = session;
        _reports = new EventQueue<CallReport>(deadlines);
    }

    /// <summary>Waits for the next event.</summary>
    /// <param name="within">How long at most.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>The event; null when none came in time.</returns>
    public Task<CallReport?> NextAsync(TimeSpan within, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        NextAsync<CallReport>(within, Step.At($"{nameof(CallReportStream)}.{nameof(NextAsync)}", file, line));

    /// <summary>Waits for the next event of one kind, and passes over the others.</summary>
    /// <typeparam name="TReport">The kind.</typeparam>
    /// <param name="within">How long at most.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>The event; null when none came in time.</returns>
    public Task<TReport?> NextAsync<TReport>(TimeSpan within, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TReport : CallReport =>
        NextAsync<TReport>(within, Step.At($"{nameof(CallReportStream)}.{nameof(NextAsync)} {typeof(TReport).Name}", file, line));

    /// <summary>Takes an event about the call.</summary>
    internal void Take(CallReport report) => _reports.Add(report);

    private async Task<TReport?> NextAsync<TReport>(TimeSpan within, Step step)
        where TReport : CallReport
    {
        using (_desk.Steps.Begin(step, _session.Number))
        {
            return await _reports.NextAsync<TReport>(within);
        }
    }
}
