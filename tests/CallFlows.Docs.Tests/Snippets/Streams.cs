using CallFlows.CallAutomation.Streams;
using CallFlows.Calls;
using CallFlows.Flows;
using CallFlows.Streams;
using Microsoft.AspNetCore.Builder;

namespace CallFlows.Docs.Tests.Snippets;

/// <summary>Streams of sound and of transcription.</summary>
public static class Streamed
{
    /// <summary>Asks for a stream of sound, and starts it.</summary>
    public static async Task Sound(IncomingCall incoming)
    {
        Uri sound = new($"wss://phone.contoso.com/streams/sound?flow={incoming.Flow.InstanceId}");
        Call call = await incoming.AnswerAsync(mediaStreaming: new MediaStreamingOptions(sound)
        {
            EnableBidirectional = true,
            EnableDtmfTones = true,
        });

        await call.StartMediaStreamingAsync();
        await call.PlayAsync("You are talking to our assistant.");
        await call.StopMediaStreamingAsync();
    }

    /// <summary>Transcribes a call, and changes the language.</summary>
    public static async Task<string> Text(IncomingCall incoming)
    {
        Uri text = new($"wss://phone.contoso.com/streams/text?flow={incoming.Flow.InstanceId}");
        Call call = await incoming.AnswerAsync(transcription: new TranscriptionOptions(text, "en-US")
        {
            StartTranscription = true,
            EnableIntermediateResults = true,
        });

        Wish wish = await incoming.Flow.WaitForSignalAsync<Wish>();
        await call.UpdateTranscriptionAsync("es-ES");
        return wish.Text;
    }

    /// <summary>Goes on without the stream when it breaks.</summary>
    public static async Task Watch(Call call)
    {
        Task<StreamReport> broken = call.MediaStreaming!.UntilAsync(StreamStatus.Failed);
        Task<Hint> hint = call.Flow.WaitForSignalAsync<Hint>();
        if (await Task.WhenAny(hint, broken) == broken)
        {
            await call.PlayAsync("Our assistant is not available. Please hold the line.");
        }
    }

    /// <summary>Takes streams.</summary>
    public static void Map(WebApplication app, CallFlowClient flows)
    {
        app.MapCallStream<Assistant>("/streams/sound");
        app.MapCallStream("/streams/text", async (stream, stopping) =>
        {
            await foreach (StreamingData data in stream.ReadAsync(stopping))
            {
                if (data is TranscriptionData { ResultState: TranscriptionResultState.Final } said)
                {
                    await flows.SignalAsync(stream.Parameters["flow"], new Wish(said.Text));
                }
            }
        });
    }

    /// <summary>What the caller wants.</summary>
    /// <param name="Text">In their words.</param>
    public sealed record Wish(string Text);

    /// <summary>What the assistant has found.</summary>
    /// <param name="Text">For people.</param>
    public sealed record Hint(string Text);

    /// <summary>Something that speaks.</summary>
    public interface IVoice
    {
        /// <summary>Takes what is heard, and gives what is to be said to it.</summary>
        ValueTask<ReadOnlyMemory<byte>> AnswerAsync(AudioData heard, CancellationToken cancellationToken);
    }

    /// <summary>Hears a call and speaks in it.</summary>
    public sealed class Assistant(IVoice voice) : IStreamHandler
    {
        /// <inheritdoc/>
        public async Task HandleAsync(CallStreamConnection stream, CancellationToken cancellationToken)
        {
            await foreach (StreamingData data in stream.ReadAsync(cancellationToken))
            {
                switch (data)
                {
                    case AudioData heard:
                        await stream.SendAudioAsync(await voice.AnswerAsync(heard, cancellationToken), cancellationToken);
                        break;
                    case DtmfData { Data: "0" }:
                        await stream.StopAudioAsync(cancellationToken);
                        break;
                }
            }
        }
    }
}
