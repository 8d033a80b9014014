using CallFlows.Actions;
using CallFlows.Calls;
using CallFlows.Events;
using CallFlows.Flows.Running.Continuing;
using CallFlows.Streams;

namespace CallFlows.Flows.Running;

/// <content>Streams of sound and of transcription.</content>
internal sealed partial class CallDesk
{
    /// <summary>Notes which streams a call that begins now was asked for.</summary>
    public void AskFor(CallSession session, MediaStreamingOptions? mediaStreaming, TranscriptionOptions? transcription) =>
        AskFor(
            session,
            mediaStreaming is null ? null : new CarriedStream(StreamStatus.Inactive),
            transcription is null ? null : new CarriedStream(StreamStatus.Inactive));

    /// <summary>Changes a stream and waits for the event that says so.</summary>
    public async Task<StreamReport> StreamAsync(CallSession session, CallAction action, Step step) =>
        await PerformAsync(session, action, step) switch
        {
            CallStreamEvent failed when failed is MediaStreamingFailed or TranscriptionFailed => throw Failure(session, action, failed),
            CallStreamEvent report => new StreamReport(true, report.StatusDetails, report.Result),
            _ => new StreamReport(false),
        };

    private static CallActionException Failure(CallSession session, CallAction action, CallStreamEvent failed) => ActionOutcomes.Failure(
        new CallActionError(
            action.Name,
            failed.Result?.Code ?? 0,
            null,
            failed.Result?.SubCode,
            string.Join(": ", new[] { failed.StatusDetails, failed.Result?.Message }.Where(part => !string.IsNullOrEmpty(part)).DefaultIfEmpty("the service gave no reason"))),
        session.Transcript);

    private void AskFor(CallSession session, CarriedStream? mediaStreaming, CarriedStream? transcription)
    {
        session.MediaStreaming = mediaStreaming is null ? null : new CallStream("the stream of sound", session, steps, mediaStreaming);
        session.Transcription = transcription is null ? null : new CallStream("the transcription", session, steps, transcription);
    }
}
