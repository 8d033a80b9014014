using CallFlows.Emulator.Phones;
using CallFlows.Emulator.Streams;

namespace CallFlows.Emulator.Switchboard;

/// <summary>
/// Who hears whom: one serverCallId and correlationId, its participants and the connections of apps that control it.
/// It is over when too few participants are left.
/// </summary>
internal sealed class Conversation(int number, string serverCallId, string correlationId, Random random)
{
    private readonly List<Participant> _participants = [];
    private readonly List<CallConnection> _connections = [];
    private readonly List<Participant> _unlisted = [];
    private readonly List<Invitation> _invitations = [];

    public int Number { get; } = number;

    public string ServerCallId { get; } = serverCallId;

    public string CorrelationId { get; } = correlationId;

    /// <summary>Seeded by the conversation's number, so that a rerun takes the same turns.</summary>
    public Random Random { get; } = random;

    /// <summary>With how few participants it goes on.</summary>
    public int FewestParticipants { get; init; } = 2;

    public bool IsTooSmall => _participants.Count < FewestParticipants;

    public bool IsOver { get; private set; }

    /// <summary>Everybody has left.</summary>
    public event Action? Ended;

    /// <summary>Somebody is here from now on.</summary>
    public event Action<Participant>? Joined;

    /// <summary>Somebody is here no more; also each of those who are here at the end.</summary>
    public event Action<Participant>? Left;

    /// <summary>Who ended it; null for nobody in particular.</summary>
    public PartyId? EndedBy { get; private set; }

    public int RosterVersion { get; private set; }

    public IReadOnlyList<Participant> Participants => _participants;

    public IReadOnlyList<CallConnection> Connections => _connections;

    public Participant? Find(PartyId id) => _participants.Find(participant => participant.Id == id);

    public void Control(CallConnection connection) => _connections.Add(connection);

    /// <summary>An app's connection is over: it hears nothing more of this conversation.</summary>
    public void Release(CallConnection connection) => _connections.Remove(connection);

    public void Track(Invitation invitation) => _invitations.Add(invitation);

    public void Forget(Invitation invitation) => _invitations.Remove(invitation);

    public Participant Join(PartyId id, Leg leg)
    {
        Participant participant = new(id, leg, this);
        leg.Participant = participant;
        // The service lists the parties of a call in either order.
        if (_participants.Count == 1 && Random.Next(2) == 0)
            _participants.Insert(0, participant);
        else
            _participants.Add(participant);
        leg.Joined();
        Joined?.Invoke(participant);
        return participant;
    }

    /// <summary>Lets an app take part without being listed: recorded of apps that joined a call which went on.</summary>
    public void JoinUnlisted(PartyId id, Leg leg)
    {
        Participant participant = new(id, leg, this);
        leg.Participant = participant;
        _unlisted.Add(participant);
    }

    /// <summary>Lists the participants to every connected app, under a sequence number that grows with gaps.</summary>
    public void AnnounceRoster()
    {
        NextRosterVersion();
        foreach (CallConnection connection in _connections.ToArray())
            connection.ShowRoster();
    }

    public void NextRosterVersion() => RosterVersion += RosterVersion == 0 ? 1 : Random.Next(1, 4);

    /// <summary>Takes a participant out. Tells the leg, and the rest, and ends a conversation that has become too small.</summary>
    public void Leave(Participant participant, EndCause ownCause, EndCause othersCause)
    {
        if (_unlisted.Remove(participant))
            participant.Leg.Dropped(ownCause);
        if (!_participants.Remove(participant))
            return;
        Left?.Invoke(participant);
        participant.Leg.Dropped(ownCause);
        if (IsOver)
            return;
        if (IsTooSmall)
        {
            EndedBy = participant.Id;
            End(null, othersCause, othersCause);
        }
        else
        {
            AnnounceRoster();
        }
    }

    /// <summary>Takes a participant out to join it elsewhere: its leg lives on.</summary>
    public void Detach(Participant participant)
    {
        _participants.Remove(participant);
        participant.Leg.Participant = null;
        Left?.Invoke(participant);
    }

    public void End(Leg? initiator, EndCause initiatorCause, EndCause othersCause)
    {
        if (IsOver)
            return;
        IsOver = true;
        EndedBy ??= initiator?.Participant?.Id;
        foreach (Invitation invitation in _invitations.ToArray())
            invitation.Withdraw();
        foreach (Participant participant in _participants.OrderByDescending(p => p.Leg == initiator).ToArray())
        {
            _participants.Remove(participant);
            Left?.Invoke(participant);
            participant.Leg.Dropped(participant.Leg == initiator ? initiatorCause : othersCause);
        }

        foreach (CallConnection connection in _connections.ToArray())
            connection.Disconnect((connection.Leg == initiator ? initiatorCause : othersCause).Result());
        Ended?.Invoke();
    }

    /// <summary>A participant pressed a key: every app hears it, and so does the other side of a bridge.</summary>
    public void Tone(Participant from, Tone tone)
    {
        foreach (CallConnection connection in _connections.ToArray())
        {
            if (connection.Leg != from.Leg)
                connection.HearTone(from, tone);
        }

        foreach (Participant other in Others(from))
            other.Leg.HearTone(tone);
    }

    public void Speech(Participant from, string text)
    {
        if (from.IsMuted || from.IsOnHold)
            return;
        foreach (CallConnection connection in _connections.ToArray())
        {
            if (connection.Leg != from.Leg)
                connection.HearSpeech(from, text);
        }

        foreach (Participant other in Others(from).Where(other => !other.IsOnHold))
            other.Leg.HearSpeech(from.Id, text);
    }

    /// <summary>A participant makes a sound, which streams carry.</summary>
    public void Audio(Participant from, AudioClip clip)
    {
        foreach (CallConnection connection in _connections.Where(connection => connection.Leg != from.Leg).ToArray())
            connection.Streams.HearAudio(from, clip);
    }

    private Participant[] Others(Participant from) => _participants.Where(other => other != from).ToArray();
}
