namespace CallFlows.Emulator.Switchboard;

/// <summary>A recording of a conversation. It ends when it is stopped, or with the conversation.</summary>
internal sealed class Recording(string id, string endpointId, Conversation conversation, RecordingSettings settings)
{
    private readonly List<(DateTimeOffset Start, TimeSpan Length)> _pauses = [];
    private DateTimeOffset _changedAt;

    /// <summary>Names it in requests.</summary>
    public string Id { get; } = id;

    /// <summary>The recorder's own connection, which no list of participants shows.</summary>
    public string EndpointId { get; } = endpointId;

    public Conversation Conversation { get; } = conversation;

    public RecordingSettings Settings { get; } = settings;

    public bool IsActive { get; private set; }

    public bool IsOver { get; set; }

    /// <summary>Whether it ended because the call did.</summary>
    public bool EndedWithCall { get; set; }

    /// <summary>When it first recorded; null before.</summary>
    public DateTimeOffset? StartedAt { get; private set; }

    /// <summary>How long it has recorded, pauses left out; up to the last change.</summary>
    public TimeSpan Recorded { get; private set; }

    /// <summary>When it was paused, and for how long, as far as it went on.</summary>
    public IReadOnlyList<(DateTimeOffset Start, TimeSpan Length)> Pauses => _pauses;

    /// <summary>Begins to record, goes on, or pauses.</summary>
    /// <returns>Whether that is a change.</returns>
    public bool Set(bool active, DateTimeOffset now)
    {
        if (IsActive == active)
            return false;
        if (!active)
            Recorded += now - _changedAt;
        else if (StartedAt is null)
            StartedAt = now;
        else
            _pauses.Add((_changedAt, now - _changedAt));
        IsActive = active;
        _changedAt = now;
        return true;
    }
}

/// <param name="ApiVersion">The version it was asked for in.</param>
/// <param name="CallbackUri">Where its events go; null for nowhere.</param>
/// <param name="PauseOnStart">Whether it begins paused.</param>
/// <param name="Form">What its file is.</param>
internal sealed record RecordingSettings(string ApiVersion, string? CallbackUri, bool PauseOnStart, RecordingForm Form)
{
    /// <summary>Who is in the call when it begins.</summary>
    public IReadOnlyList<PartyId> Participants { get; init; } = [];
}
