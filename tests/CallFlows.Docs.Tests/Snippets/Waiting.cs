using CallFlows.Calls;
using CallFlows.Flows;

namespace CallFlows.Docs.Tests.Snippets;

/// <summary>Signals and delays.</summary>
public static class Waiting
{
    /// <summary>Waits for a person's word, but not for ever.</summary>
    public static async Task Approve(Call call)
    {
        Signal<Verdict> verdict = await call.Flow.WaitForSignalAsync<Verdict>(within: TimeSpan.FromMinutes(2));
        await call.PlayAsync(verdict.Received ? verdict.Value.Text : "Nobody decided. Please call again tomorrow.");

        await call.HangUpAsync();
        await call.Flow.DelayAsync(TimeSpan.FromDays(7));
    }

    /// <summary>Sends the signal.</summary>
    public static async Task Decide(CallFlowClient flows, string instanceId) =>
        await flows.SignalAsync(instanceId, new Verdict("The loan is granted."), signalId: "loan-4711");
}
