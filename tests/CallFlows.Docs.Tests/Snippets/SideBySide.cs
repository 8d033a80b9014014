using CallFlows.Calls;
using CallFlows.Endpoints;
using CallFlows.Flows;
using CallFlows.Prompts;

namespace CallFlows.Docs.Tests.Snippets;

/// <summary>Several things at once.</summary>
public sealed class Mediation : InboundCallFlow
{
    private static readonly PhoneNumber Ours = CallEndpoint.Phone("+14255550111");
    private static readonly PhoneNumber Supervisor = CallEndpoint.Phone("+14255550191");
    private static readonly Prompt Music = Prompt.File("https://contoso.example/audio/hold-music.wav");

    /// <inheritdoc/>
    protected override async Task RunAsync(IncomingCall incoming)
    {
        Call call = await incoming.AnswerAsync();

        // The music stops when somebody has answered or nobody did.
        Dialed dialed = await call.MeanwhileHearing(Music, call.Flow.DialAsync(Supervisor, from: Ours));

        using CancellationTokenSource stop = new();
        Task<PlayOutcome> music = call.PlayLoopAsync(Music, stop.Token);
        Task<Verdict> verdict = call.Flow.WaitForSignalAsync<Verdict>();
        Task first = await Task.WhenAny(music, verdict, call.Ended);
        if (first == verdict)
        {
            stop.Cancel();
            await Task.WhenAny(music);
            await call.PlayAsync((await verdict).Text);
        }

        if (dialed.Call is { } supervisor)
        {
            await Task.WhenAll(call.HangUpAsync(), supervisor.HangUpAsync());
        }
    }
}
