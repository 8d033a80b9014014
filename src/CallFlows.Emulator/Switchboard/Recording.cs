namespace CallFlows.Emulator.Switchboard;

/// <summary>A recording of a conversation. It ends when it is stopped, or with the conversation.</summary>
internal sealed class Recording(string id, string endpointId, Conversation conversation, RecordingSettings settings)
{
    /// <summary>Names it in requests.</summary>
    public string Id { get; } = id;

    /// <summary>The recorder's own connection, which no list of participants shows.</summary>
    public string EndpointId { get; } = endpointId;

    public Conversation Conversation { get; } = conversation;

    public RecordingSettings Settings { get; } = settings;

    public bool IsActive { get; set; }

    public bool IsOver { get; set; }

    /// <summary>When it first recorded; null before.</summary>
    public DateTimeOffset? StartedAt { get; set; }
}

/// <param name="ApiVersion">The version it was asked for in.</param>
/// <param name="CallbackUri">Where its events go; null for nowhere.</param>
/// <param name="PauseOnStart">Whether it begins paused.</param>
internal sealed record RecordingSettings(string ApiVersion, string? CallbackUri, bool PauseOnStart);
