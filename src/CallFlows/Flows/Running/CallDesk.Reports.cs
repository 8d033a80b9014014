using CallFlows.Calls;
using CallFlows.Durable;
using CallFlows.Events;
using CallFlows.Flows.Addressing;

namespace CallFlows.Flows.Running;

/// <content>What is reported about calls beside the steps.</content>
internal sealed partial class CallDesk
{
    /// <summary>Waits for an event of a type that isn't known.</summary>
    public async Task<UnknownCallEvent?> NextUnknownEventAsync(CallSession session, TimeSpan within, Step step)
    {
        using (steps.Begin(step, session.Number))
        {
            return await (session.Unknown ??= new EventQueue<UnknownCallEvent>(deadlines)).NextAsync<UnknownCallEvent>(within);
        }
    }

    /// <summary>Has events about a call brought to this flow.</summary>
    public async Task<CallReportStream> ListenToReportsAsync(CallSession session, Step step)
    {
        session.ThrowIfEnded();
        if (session.Reports is { } already)
        {
            return already;
        }

        string serverCallId = await RequireServerCallIdAsync(session, step);
        // Before the entry is made: an event may come right after.
        CallReportStream stream = session.Reports = new CallReportStream(this, session, deadlines);
        await steps.TrackAsync(step, context.CallActivityAsync(
            ListenToCallActivity.Name, Payload.From(serverCallId), new ActivityOptions { Retry = CallActionActivity.Retry, Source = step.Source }));
        return stream;
    }
}
