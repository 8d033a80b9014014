using CallFlows.Actions;
using CallFlows.Calls;
using CallFlows.Calls.Transcripts;
using CallFlows.Flows.Running.Continuing;
using CallFlows.Recordings;

namespace CallFlows.Flows.Running;

/// <content>Recordings.</content>
internal sealed partial class CallDesk
{
    /// <summary>Begins to record, and waits until the service says so.</summary>
    public async Task<Recording> RecordAsync(CallSession session, RecordingOptions options, Step step)
    {
        StartRecording action = new(await RequireServerCallIdAsync(session, step), options);
        RecordingResult begun = (RecordingResult)await RequestAsync(session, action, step);
        Recording recording = Add(session, new CarriedRecording(begun.RecordingId, begun.State, StartedAt: null));
        await recording.BeginAsync(action, step);
        session.Transcript.Flow(TranscriptKind.Recording, options.PauseOnStart ? "prepares a recording, which is paused" : "begins to record");
        return recording;
    }

    private async Task<string> RequireServerCallIdAsync(CallSession session, Step step) =>
        session.ServerCallId ??= ((CallConnectionResult)await RequestAsync(session, new GetCallProperties(), step)).ServerCallId
            ?? throw ActionOutcomes.Failure(
                new CallActionError(step.Name, 0, null, null, "the service has not told the call's serverCallId"), session.Transcript);

    private Recording Add(CallSession session, CarriedRecording known)
    {
        Recording recording = new(this, session, deadlines, known);
        session.Recordings.Add(recording);
        events.Add(recording);
        return recording;
    }
}
