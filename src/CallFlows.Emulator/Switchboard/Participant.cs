namespace CallFlows.Emulator.Switchboard;

internal sealed class Participant(PartyId id, Leg leg, Conversation conversation)
{
    public PartyId Id { get; } = id;

    public Leg Leg { get; } = leg;

    public Conversation Conversation { get; } = conversation;

    /// <summary>What reports of the call name it by.</summary>
    public Guid ReportId { get; } = Guid.NewGuid();

    public bool IsMuted { get; set; }

    /// <summary>Put on hold by an app's request.</summary>
    public bool IsHeld { get; set; }

    /// <summary>Aside while a prompt plays to somebody else.</summary>
    public bool IsAside { get; set; }

    public bool IsOnHold => IsHeld || IsAside;

    public ParticipantState State => new(Id, IsMuted, IsOnHold);
}

/// <summary>A participant as listed at one moment.</summary>
internal readonly record struct ParticipantState(PartyId Id, bool IsMuted, bool IsOnHold);
