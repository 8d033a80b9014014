using CallFlows.Actions;
using CallFlows.Calls;
using CallFlows.Endpoints;
using CallFlows.Flows;

namespace CallFlows.Docs.Tests.Snippets;

/// <summary>What may be done with a call that rings.</summary>
public sealed class NightDesk : InboundCallFlow
{
    /// <inheritdoc/>
    protected override async Task RunAsync(IncomingCall incoming)
    {
        if (incoming.From is PhoneNumber { IsAnonymous: true })
        {
            await incoming.RejectAsync(RejectReason.Forbidden);
            return;
        }

        if (incoming.Flow.UtcNow.Hour is >= 8 and < 17)
        {
            await incoming.RedirectAsync(CallEndpoint.Phone("+14255550190"));
            return;
        }

        Call call = await incoming.AnswerAsync();
        await call.PlayAsync("We are closed. Please call again in the morning.");
    }
}
