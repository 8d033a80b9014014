using CallFlows.Calls;
using CallFlows.Events;
using CallFlows.ServiceEvents;

namespace CallFlows.Flows.Running;

/// <summary>Knows the calls of a flow and their pending actions, and hands each event to those it is about.</summary>
internal sealed class EventMatcher(DeadlineClock deadlines)
{
    /// <summary>Events of calls that aren't known yet: the callbacks of a created call can come before the answer that tells its id.</summary>
    private const int MaxUnmatched = 256;

    private readonly List<CallSession> _sessions = [];
    private readonly Dictionary<string, CallSession> _byConnection = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PendingAction> _byContext = new(StringComparer.Ordinal);
    private readonly Dictionary<CallSession, Deadline> _heldDisconnects = [];
    private readonly List<CallEvent> _unmatched = [];
    private readonly Dictionary<string, Recording> _recordings = new(StringComparer.Ordinal);
    private readonly List<CallEvent> _ofUnknownRecordings = [];
    private readonly List<RecordingFileStatusUpdated> _filesOfUnknownRecordings = [];

    public IReadOnlyList<CallSession> Sessions => _sessions;

    /// <summary>Whether a call's disconnect waits for the event that tells if it is a transfer's end.</summary>
    public bool HoldsDisconnectOf(CallSession session) => session.End is null && _heldDisconnects.ContainsKey(session);

    public void Add(CallSession session) => _sessions.Add(session);

    public void Add(PendingAction pending)
    {
        pending.Session.Pending.Add(pending);
        _byContext[pending.OperationContext] = pending;
    }

    public void Remove(PendingAction pending)
    {
        pending.Session.Pending.Remove(pending);
        _byContext.Remove(pending.OperationContext);
    }

    /// <summary>Gives an action another operation context, so that events of its earlier sendings don't count.</summary>
    public void SendAgain(PendingAction pending)
    {
        _byContext.Remove(pending.OperationContext);
        pending.SendAgain();
        _byContext[pending.OperationContext] = pending;
    }

    /// <summary>Learns a call's id, and hands it the events that came before.</summary>
    public void Bind(CallSession session, string? connectionId)
    {
        if (connectionId is null || session.ConnectionId is not null)
        {
            return;
        }

        session.ConnectionId = connectionId;
        _byConnection[connectionId] = session;
        foreach (CallEvent early in TakeOut(_unmatched, e => e.CallConnectionId == connectionId))
        {
            session.Observe(early);
        }
    }

    /// <summary>Learns of a recording, and hands it the events that came before.</summary>
    public void Add(Recording recording)
    {
        _recordings[recording.Id] = recording;
        foreach (CallEvent early in TakeOut(_ofUnknownRecordings, e => RecordingOf(e) == recording.Id))
        {
            recording.Take(early);
        }

        foreach (RecordingFileStatusUpdated early in TakeOut(_filesOfUnknownRecordings, e => e.RecordingId == recording.Id))
        {
            recording.Take(early);
        }
    }

    /// <summary>Hands an event of Event Grid to the recording or the calls it is about.</summary>
    public void Deliver(ServiceEvent serviceEvent)
    {
        switch (serviceEvent)
        {
            case RecordingFileStatusUpdated files when _recordings.TryGetValue(files.RecordingId, out Recording? recording):
                recording.Take(files);
                break;
            case RecordingFileStatusUpdated files when _filesOfUnknownRecordings.Count < MaxUnmatched:
                _filesOfUnknownRecordings.Add(files);
                break;
            case CallReport report:
                foreach (CallSession session in _sessions.Where(session => session.ServerCallId == report.ServerCallId))
                {
                    session.Reports?.Take(report);
                }

                break;
        }
    }

    /// <summary>Hands an event to the action, call or recording it is about.</summary>
    public void Deliver(CallEvent callEvent)
    {
        if (RecordingOf(callEvent) is { } recordingId)
        {
            DeliverToRecording(recordingId, callEvent);
            return;
        }

        PendingAction? pending = callEvent.OperationContext is { } operation ? _byContext.GetValueOrDefault(operation) : null;
        if (pending is not null && ActionOutcomes.BringsAbout(pending.Action))
        {
            Bind(pending.Session, callEvent.CallConnectionId);
        }

        CallSession? session = pending?.Session
            ?? (callEvent.CallConnectionId is { } connection ? _byConnection.GetValueOrDefault(connection) : null);
        if (session is not null)
        {
            Observe(session, callEvent);
        }
        else if (_unmatched.Count < MaxUnmatched && _sessions.Exists(s => s.ConnectionId is null && s.End is null))
        {
            _unmatched.Add(callEvent);
        }
    }

    /// <summary>Learns what became of handing the other party of a call over to another call, of which the call itself is not told.</summary>
    public void SettleHandOver(CallSession session, bool isDone)
    {
        session.SettleHandOver(isDone);
        PassHeldDisconnect(session);
    }

    private static TEvent[] TakeOut<TEvent>(List<TEvent> early, Predicate<TEvent> isMeant)
    {
        TEvent[] meant = [.. early.Where(e => isMeant(e))];
        early.RemoveAll(isMeant);
        return meant;
    }

    // Its connection is the recorder's own, which no call has.
    private static string? RecordingOf(CallEvent callEvent) => callEvent switch
    {
        RecordingStateChanged changed => changed.RecordingId,
        StartRecordingFailed failed => failed.RecordingId,
        _ => null,
    };

    private void DeliverToRecording(string recordingId, CallEvent callEvent)
    {
        if (_recordings.TryGetValue(recordingId, out Recording? recording))
        {
            recording.Take(callEvent);
        }
        else if (_ofUnknownRecordings.Count < MaxUnmatched)
        {
            _ofUnknownRecordings.Add(callEvent);
        }
    }

    private void Observe(CallSession session, CallEvent callEvent)
    {
        session.HeardAt = deadlines.Now;
        if (callEvent is UnknownCallEvent unknown)
        {
            (session.Unknown ??= new EventQueue<UnknownCallEvent>(deadlines)).Add(unknown);
        }

        if (callEvent is CallDisconnected && session.AwaitsHandOver)
        {
            // Whether this is a hang-up or the transfer's end is known when the transfer's own event is here, or has had time to come.
            _heldDisconnects[session] = deadlines.After(Patience.TrailingEvent, () => session.Observe(callEvent));
            return;
        }

        session.Observe(callEvent);
        if (callEvent is CallTransferAccepted or CallTransferFailed)
        {
            PassHeldDisconnect(session);
        }
    }

    private void PassHeldDisconnect(CallSession session)
    {
        if (_heldDisconnects.Remove(session, out Deadline? disconnect))
        {
            disconnect.Pass();
        }
    }
}
