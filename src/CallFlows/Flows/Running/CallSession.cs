using CallFlows.Actions;
using CallFlows.Calls;
using CallFlows.Calls.Transcripts;
using CallFlows.Endpoints;
using CallFlows.Events;
using CallFlows.Flows.Running.Continuing;

namespace CallFlows.Flows.Running;

/// <summary>What a flow knows of one of its calls.</summary>
internal sealed class CallSession
{
    private readonly TaskCompletionSource<CallEnd> _ended = new();
    private int _lastSequence = -1;

    /// <param name="transcript">Which call it is, and what was said in it.</param>
    /// <param name="earlier">What the execution before knew of it; null for a call that begins now.</param>
    public CallSession(TranscriptRecorder transcript, CarriedCall? earlier = null)
    {
        Transcript = transcript;
        if (earlier is null)
        {
            return;
        }

        ServerCallId = earlier.ServerCallId;
        HeardAt = earlier.HeardAt;
        Taken = earlier.Taken;
        IsConnected = earlier.IsConnected;
        HangUpRequested = earlier.HangUpRequested;
        HandingOver = earlier.HandingOver;
        HandedOver = earlier.HandedOver;
        Participants = earlier.Participants;
        _lastSequence = earlier.LastSequence;
        End = earlier.Transcript.End;
        if (End is not null)
        {
            _ended.SetResult(End);
        }
    }

    public TranscriptRecorder Transcript { get; }

    public int Number => Transcript.Call.Number;

    public CallDirection Direction => Transcript.Call.Direction;

    public CallEndpoint? From => Transcript.Call.From;

    public CallEndpoint? To => Transcript.Call.To;

    /// <summary>Who is at the other end; null when that isn't one, in a call that the flow joined.</summary>
    public CallEndpoint? OtherParty => Direction == CallDirection.Inbound ? From : To;

    /// <summary>This side's id; null until the service has told it.</summary>
    public string? ConnectionId { get; set; }

    /// <summary>What the flow did with the call when it rang, such as <c>answered</c>; null as long as it did nothing.</summary>
    public string? Taken { get; set; }

    /// <summary>What the author holds of it; null until the author is given it.</summary>
    public Call? Call { get; set; }

    /// <summary>What the VoIP sides of the call share, and recordings are begun by; null until the service has told it.</summary>
    public string? ServerCallId { get; set; }

    /// <summary>When the last event of this call came; null when none has.</summary>
    public DateTimeOffset? HeardAt { get; set; }

    public bool IsConnected { get; private set; }

    public bool HangUpRequested { get; set; }

    /// <summary>Whether this call of two is being transferred, or its other party moved: when that works out, the call is over for the flow.</summary>
    public bool HandingOver { get; set; }

    public bool HandedOver { get; private set; }

    /// <summary>Whether a transfer of this call of two may still work out; when it does, a disconnect is its end and no hang-up.</summary>
    public bool AwaitsHandOver => HandingOver && !HandedOver;

    public CallEnd? End { get; private set; }

    public Task<CallEnd> Ended => _ended.Task;

    public IReadOnlyList<CallParticipant> Participants { get; private set; } = [];

    /// <summary>The actions without an outcome, in the order they were begun.</summary>
    public List<PendingAction> Pending { get; } = [];

    /// <summary>The recordings of the call, in the order they were begun.</summary>
    public List<Recording> Recordings { get; } = [];

    /// <summary>The stream of the call's sound; null when it was not asked for.</summary>
    public CallStream? MediaStreaming { get; set; }

    /// <summary>The call's transcription; null when it was not asked for.</summary>
    public CallStream? Transcription { get; set; }

    /// <summary>Those who listen for every key of somebody.</summary>
    public List<ToneStream> ToneStreams { get; } = [];

    /// <summary>Events about the call of types that aren't known; null until one came or the flow waits for one.</summary>
    public EventQueue<UnknownCallEvent>? Unknown { get; set; }

    /// <summary>What Event Grid reports about the call; null until the flow listens to it.</summary>
    public CallReportStream? Reports { get; set; }

    /// <summary>Completes when the last action so far was answered: the next one is sent only then, so that they arrive in order.</summary>
    public Task LastSent { get; set; } = Task.CompletedTask;

    public bool IsLive => IsConnected && End is null;

    public void ThrowIfEnded()
    {
        if (End is { } end)
        {
            throw new CallEndedException(end);
        }
    }

    /// <summary>Takes an event about this call.</summary>
    public void Observe(CallEvent callEvent)
    {
        ServerCallId ??= callEvent.ServerCallId;
        PendingAction? concerned = Pending.Find(pending => pending.IsConcernedBy(callEvent));
        switch (callEvent)
        {
            case CallConnected:
                Connect();
                break;
            case CallDisconnected:
                Finish(new CallEnd(ReasonOfDisconnect(), callEvent.Result));
                break;
            case CallTransferAccepted:
                // Also when no step waits for it any more: the disconnect that follows must not read as a hang-up.
                SettleHandOver(isDone: true);
                break;
            case CallTransferFailed:
                SettleHandOver(isDone: false);
                break;
            case ContinuousDtmfRecognitionToneReceived { Tone: { } tone } received:
                FindToneStream(received)?.Take(received.SequenceId, tone);
                break;
            case ContinuousDtmfRecognitionToneFailed:
                FindToneStream(callEvent)?.Fail(callEvent);
                break;
            case MediaStreamingStarted or MediaStreamingStopped or MediaStreamingFailed:
                MediaStreaming?.Take((CallStreamEvent)callEvent);
                break;
            case CallStreamEvent ofTranscription:
                Transcription?.Take(ofTranscription);
                break;
            case ParticipantsUpdated { Participants: { } participants } updated when updated.SequenceNumber >= _lastSequence:
                _lastSequence = updated.SequenceNumber;
                Participants = participants;
                break;
        }

        // Last: completing an action runs the author's next line at once, which must see the call as it is now.
        concerned?.Take(callEvent);
    }

    /// <summary>Learns whether the other party of a call of two was handed over.</summary>
    public void SettleHandOver(bool isDone)
    {
        HandedOver |= HandingOver && isDone;
        HandingOver &= isDone;
    }

    public void Connect()
    {
        if (!IsConnected && End is null)
        {
            IsConnected = true;
            Transcript.Service(TranscriptKind.Connected, "connected");
        }
    }

    /// <summary>Ends the call for the flow: every step that waits for it ends now.</summary>
    public void Finish(CallEnd end)
    {
        if (End is not null)
        {
            return;
        }

        End = end;
        Transcript.Ended(end);
        foreach (PendingAction pending in Pending.ToArray())
        {
            pending.Fail(new CallEndedException(end));
        }

        foreach (ToneStream stream in ToneStreams.ToArray())
        {
            stream.End(end);
        }

        _ended.SetResult(end);
    }

    public void NotePrompts(CallAction action)
    {
        IReadOnlyList<Prompts.Prompt> prompts = action switch
        {
            Play play => play.Prompts,
            Recognize recognize => recognize.Prompts,
            _ => [],
        };
        if (prompts.Count > 0)
        {
            Transcript.Flow(TranscriptKind.Prompt, string.Join(' ', prompts.Select(prompt => prompt.Description)));
        }
    }

    /// <summary>What a next execution needs to know of it.</summary>
    public CarriedCall Carry()
    {
        foreach (PendingAction playing in Pending)
        {
            // Its events will find nobody; that it was played must be told all the same.
            playing.StartPrompt();
        }

        return new CarriedCall
        {
            Transcript = Transcript.Transcript,
            ConnectionId = ConnectionId,
            ServerCallId = ServerCallId,
            HeardAt = HeardAt,
            Taken = Taken,
            IsConnected = IsConnected,
            HangUpRequested = HangUpRequested,
            HandingOver = HandingOver,
            HandedOver = HandedOver,
            Participants = Participants,
            Recordings = [.. Recordings.Where(recording => !recording.IsStopped).Select(recording => recording.Carry())],
            MediaStreaming = MediaStreaming?.Carry(),
            Transcription = Transcription?.Carry(),
            LastSequence = _lastSequence,
        };
    }

    /// <summary>Ends the call because the service no longer knows it, and has not said why.</summary>
    public void FinishAsGone() => Finish(new CallEnd(
        HandedOver ? CallEndReason.Transferred
        : HangUpRequested ? CallEndReason.HungUp
        : ConnectionId is null ? CallEndReason.RemoteHungUp
        : CallEndReason.Lost));

    // The context says which; where a version leaves it out there is mostly one.
    private ToneStream? FindToneStream(CallEvent callEvent) =>
        callEvent.OperationContext is { } named
            ? ToneStreams.Find(stream => stream.OperationContext == named)
            : ToneStreams is [ToneStream only] ? only : null;

    private CallEndReason ReasonOfDisconnect() =>
        HandedOver ? CallEndReason.Transferred
        : HangUpRequested ? CallEndReason.HungUp
        : IsConnected || Direction == CallDirection.Inbound ? CallEndReason.RemoteHungUp
        : CallEndReason.NotEstablished;
}
