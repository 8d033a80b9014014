using CallFlows.Emulator.Faults;
using CallFlows.Emulator.Hosting;
using CallFlows.Emulator.Storage;
using CallFlows.Protocol.Rest;

namespace CallFlows.Emulator.Switchboard;

/// <summary>The switchboard's commands on recordings. Run them on the <see cref="SwitchboardQueue"/> only.</summary>
internal sealed class RecordingCommands(
    EmulatorOptions options, SwitchboardQueue queue, CallRegistry calls, IdSource ids, CallFinder finder, ICallEvents events, RecordingStorage storage,
    FaultSource faults)
{
    private const int AlreadyRecording = 8559;
    private const int MaxChannels = 5;
    private const int TooMany = 8530;

    private readonly Dictionary<string, Recording> _recordings = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    public Recording StartOf(string callConnectionId, RecordingSettings settings)
    {
        CallConnection call = calls.Get(callConnectionId);
        call.RequireEstablished();
        return Start(call.Conversation, settings);
    }

    public Recording StartAt(CallLocation location, RecordingSettings settings)
    {
        Conversation conversation = finder.Find(location) ?? throw ServiceFault.CallNotFound();
        if (conversation.IsTooSmall)
            throw ServiceFault.NotEstablished();
        return Start(conversation, settings);
    }

    /// <summary>A recording that isn't over; 404/8522 otherwise.</summary>
    public Recording Get(string id) => _recordings.TryGetValue(id, out Recording? recording) && !recording.IsOver
        ? recording
        : throw ServiceFault.RecordingNotFound();

    public Recording? Find(string id) => _recordings.GetValueOrDefault(id);

    public Recording Pause(string id) => Change(Get(id), active: false);

    public Recording Resume(string id) => Change(Get(id), active: true);

    public Recording Stop(string id)
    {
        Recording recording = Get(id);
        recording.IsOver = true;
        queue.Schedule(options.Latency, () =>
        {
            Set(recording, active: false);
            storage.Keep(recording);
        });
        return recording;
    }

    private Recording Start(Conversation conversation, RecordingSettings settings)
    {
        if (_recordings.Values.Any(other => other.Conversation == conversation && !other.IsOver))
            throw new ServiceFault(400, AlreadyRecording, "The call is being recorded already.");
        string endpoint = ids.NewId();
        PartyId[] participants = conversation.Participants.Select(participant => participant.Id).ToArray();
        RecordingForm form = settings.Form;
        if (form.Channel == RecordingChannels.Unmixed)
            form = form with { Channels = Math.Clamp(participants.Length, 1, MaxChannels) };
        Recording recording = new(
            ids.NewRecordingId(endpoint), endpoint, conversation, settings with { Form = form, Participants = participants });
        Add(recording);
        conversation.Ended += () => End(recording);
        queue.Schedule(options.Latency, () => Begin(recording));
        return recording;
    }

    // Recorded: the recorder joins, which the participants' sequence numbers show, says that it doesn't record yet, and then that it does.
    private void Begin(Recording recording)
    {
        if (recording.EndedWithCall)
            events.StartRecordingFailed(recording, ResultInfo.NoSuchCall);
        if (recording.IsOver)
            return;
        string operation = CallAutomationOperations.StartRecording.Name;
        if (faults.Strike(FaultPhase.Effect, () => FaultSubject.OfConversation(operation, recording.Conversation)) is not null)
        {
            recording.IsOver = true;
            events.StartRecordingFailed(recording, AskedFor.Result);
            return;
        }

        recording.Conversation.AnnounceRoster();
        events.RecordingStateChanged(recording);
        if (!recording.Settings.PauseOnStart)
            Set(recording, active: true);
    }

    private Recording Change(Recording recording, bool active)
    {
        queue.Schedule(options.Latency, () =>
        {
            if (!recording.IsOver)
                Set(recording, active);
        });
        return recording;
    }

    private void End(Recording recording)
    {
        // One that was stopped just before keeps its file by itself.
        bool stopped = recording.IsOver;
        recording.IsOver = true;
        recording.EndedWithCall = !stopped;
        Set(recording, active: false);
        if (!stopped)
            storage.Keep(recording);
    }

    private void Set(Recording recording, bool active)
    {
        if (recording.Set(active, queue.Now))
            events.RecordingStateChanged(recording);
    }

    private void Add(Recording recording)
    {
        if (_order.Count >= options.Limits.MaxCalls)
            DropOldestEnded();
        _recordings.Add(recording.Id, recording);
        _order.Enqueue(recording.Id);
    }

    private void DropOldestEnded()
    {
        for (int left = _order.Count; left > 0; left--)
        {
            string id = _order.Dequeue();
            if (_recordings[id].IsOver)
            {
                _recordings.Remove(id);
                return;
            }

            _order.Enqueue(id);
        }

        throw new ServiceFault(429, TooMany,
            $"The emulator holds {options.Limits.MaxCalls} recordings that go on, its limit. Stop some, or raise Emulator:Limits:MaxCalls.");
    }
}
