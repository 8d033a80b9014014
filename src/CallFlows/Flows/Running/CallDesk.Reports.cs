using CallFlows.Calls;
using CallFlows.Durable;
using CallFlows.Flows.Addressing;

namespace CallFlows.Flows.Running;

/// <content>What Event Grid reports about calls.</content>
internal sealed partial class CallDesk
{
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
