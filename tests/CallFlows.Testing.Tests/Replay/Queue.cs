using CallFlows.Calls;
using CallFlows.Flows;

namespace CallFlows.Testing.Tests.Replay;

/// <summary>A line that begins again from time to time, and hands its state on.</summary>
public static class Queue
{
    public sealed record Waited(int Rounds, string Name);

    public sealed record Ready(string Agent);

    public sealed class Line : InboundCallFlow<Waited>
    {
        protected override async Task RunAsync(IncomingCall incoming, Waited? state)
        {
            Call call = incoming.Call ?? await incoming.AnswerAsync();
            Signal<Ready> ready = await call.Flow.WaitForSignalAsync<Ready>(within: TimeSpan.FromMinutes(1));
            if (ready.Received || state?.Rounds > 5)
            {
                await call.PlayAsync($"{ready.Value?.Agent} is ready for {state?.Name}.");
                await call.HangUpAsync();
                return;
            }

            ContinueAsNew(incoming, new Waited((state?.Rounds ?? 0) + 1, "Mrs Somebody"));
        }
    }
}
