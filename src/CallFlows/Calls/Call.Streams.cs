using System.Runtime.CompilerServices;
using CallFlows.Actions;
using CallFlows.Flows.Running;
using CallFlows.Streams;

namespace CallFlows.Calls;

/// <content>Streams of sound and of transcription to the application.</content>
public sealed partial class Call
{
    /// <summary>The stream of the call's sound; null when it was not asked for when the call was answered or dialled.</summary>
    public CallStream? MediaStreaming => _session.MediaStreaming;

    /// <summary>The transcription of the call; null when it was not asked for when the call was answered or dialled.</summary>
    public CallStream? Transcription => _session.Transcription;

    /// <summary>Begins to stream the call's sound, and waits until it is streamed.</summary>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>What the service reported.</returns>
    /// <exception cref="InvalidOperationException">The call was answered or dialled without <see cref="MediaStreamingOptions"/>.</exception>
    /// <exception cref="CallEndedException">The call is over.</exception>
    /// <exception cref="CallActionException">The service refused, or could not connect to the application.</exception>
    public Task<StreamReport> StartMediaStreamingAsync([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        StreamAsync(_session.MediaStreaming, nameof(MediaStreamingOptions), new StartMediaStreaming(), Step.At(nameof(StartMediaStreamingAsync), file, line));

    /// <summary>Stops streaming the call's sound, and waits until it has stopped. It can be started again.</summary>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>What the service reported.</returns>
    /// <exception cref="InvalidOperationException">The call was answered or dialled without <see cref="MediaStreamingOptions"/>.</exception>
    /// <exception cref="CallEndedException">The call is over.</exception>
    /// <exception cref="CallActionException">The service refused, or reported a failure.</exception>
    public Task<StreamReport> StopMediaStreamingAsync([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        StreamAsync(_session.MediaStreaming, nameof(MediaStreamingOptions), new StopMediaStreaming(), Step.At(nameof(StopMediaStreamingAsync), file, line));

    /// <summary>Begins to transcribe the call, and waits until it is transcribed.</summary>
    /// <param name="locale">The language, such as <c>en-US</c>; null for the one in the options.</param>
    /// <param name="speechRecognitionModelEndpointId">The endpoint of a custom speech model; null for the one in the options.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>What the service reported.</returns>
    /// <exception cref="ArgumentException">The locale is no language.</exception>
    /// <exception cref="InvalidOperationException">The call was answered or dialled without <see cref="TranscriptionOptions"/>.</exception>
    /// <exception cref="CallEndedException">The call is over.</exception>
    /// <exception cref="CallActionException">The service refused, or could not connect to the application or to the speech service.</exception>
    public Task<StreamReport> StartTranscriptionAsync(
        string? locale = null, string? speechRecognitionModelEndpointId = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        if (locale is not null)
        {
            StreamRules.CheckLocale(locale, nameof(locale));
        }

        return StreamAsync(
            _session.Transcription,
            nameof(TranscriptionOptions),
            new StartTranscription(locale, speechRecognitionModelEndpointId),
            Step.At(nameof(StartTranscriptionAsync), file, line));
    }

    /// <summary>Changes the language or the model of the transcription, and waits until it has changed.</summary>
    /// <param name="locale">The language from now on, such as <c>es-ES</c>.</param>
    /// <param name="speechRecognitionModelEndpointId">The endpoint of a custom speech model; null for the service's own.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>What the service reported.</returns>
    /// <exception cref="ArgumentException">The locale is no language.</exception>
    /// <exception cref="InvalidOperationException">The call was answered or dialled without <see cref="TranscriptionOptions"/>.</exception>
    /// <exception cref="CallEndedException">The call is over.</exception>
    /// <exception cref="CallActionException">The service refused, or reported a failure.</exception>
    public Task<StreamReport> UpdateTranscriptionAsync(
        string locale, string? speechRecognitionModelEndpointId = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        StreamRules.CheckLocale(locale, nameof(locale));
        return StreamAsync(
            _session.Transcription,
            nameof(TranscriptionOptions),
            new UpdateTranscription(locale, speechRecognitionModelEndpointId),
            Step.At(nameof(UpdateTranscriptionAsync), file, line));
    }

    /// <summary>Stops transcribing the call, and waits until it has stopped. It can be started again.</summary>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>What the service reported.</returns>
    /// <exception cref="InvalidOperationException">The call was answered or dialled without <see cref="TranscriptionOptions"/>.</exception>
    /// <exception cref="CallEndedException">The call is over.</exception>
    /// <exception cref="CallActionException">The service refused, or reported a failure.</exception>
    public Task<StreamReport> StopTranscriptionAsync([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        StreamAsync(_session.Transcription, nameof(TranscriptionOptions), new StopTranscription(), Step.At(nameof(StopTranscriptionAsync), file, line));

    private Task<StreamReport> StreamAsync(CallStream? stream, string options, CallAction action, Step step) =>
        stream is null
            ? throw new InvalidOperationException($"{action.Name} needs {options}: give them when the call is answered or dialled.")
            : _desk.StreamAsync(_session, action, step);
}
