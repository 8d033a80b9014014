using CallFlows.Calls;
using CallFlows.Endpoints;
using CallFlows.Flows;

namespace CallFlows.Docs.Tests.Snippets;

/// <summary>Somebody who can take a call.</summary>
/// <param name="User">Their raw id.</param>
public sealed record AgentReady(string User);

/// <summary>How long somebody has waited.</summary>
/// <param name="Minutes">In minutes.</param>
public sealed record Waited(int Minutes);

/// <summary>Lets callers wait for an agent, for hours if need be.</summary>
public sealed class SupportQueue : InboundCallFlow<Waited>
{
    /// <inheritdoc/>
    protected override async Task RunAsync(IncomingCall incoming, Waited? state)
    {
        int minutes = state?.Minutes ?? 0;
        Call call = incoming.Call ?? await incoming.AnswerAsync();
        for (int i = 0; i < 30; i++)
        {
            await call.PlayAsync($"Thank you for waiting. It has been {minutes} minutes.");
            Signal<AgentReady> agent = await call.Flow.WaitForSignalAsync<AgentReady>(within: TimeSpan.FromMinutes(1));
            if (agent.Received && (await call.TransferAsync(CallEndpoint.User(agent.Value.User))).Accepted)
            {
                return;
            }

            minutes++;
        }

        ContinueAsNew(incoming, new Waited(minutes));
    }
}

/// <summary>Starting again by hand.</summary>
public sealed class EveryMorning : CallFlow<PhoneNumber, int>
{
    /// <inheritdoc/>
    protected override async Task<int> RunAsync(FlowContext flow, PhoneNumber guest)
    {
        await flow.DelayAsync(TimeSpan.FromDays(1));
        _ = await flow.DialAsync(guest, from: CallEndpoint.Phone("+14255550100"));
        return ContinueAsNew(flow, guest);
    }
}
