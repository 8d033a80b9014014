namespace CallFlows.Emulator.Hosting;

/// <summary>What bounds the emulator's memory. Each is 1 to 1,000,000 unless it says otherwise.</summary>
public sealed class LimitOptions
{
    /// <summary>Bytes of a request body. 1 KB to 100 MB.</summary>
    public int MaxBodyBytes { get; set; } = 1024 * 1024;

    /// <summary>Connections, live and remembered; ended ones are forgotten first.</summary>
    public int MaxCalls { get; set; } = 10_000;

    /// <summary>Participants of one call (doc: 350).</summary>
    public int MaxParticipants { get; set; } = 350;

    /// <summary>Phones.</summary>
    public int MaxPhones { get; set; } = 10_000;

    /// <summary>Entries of one phone's log; older ones are dropped.</summary>
    public int MaxPhoneLogEntries { get; set; } = 1_000;

    /// <summary>Entries of the action log; older ones are dropped.</summary>
    public int MaxActions { get; set; } = 10_000;

    /// <summary>Entries of the delivery log; older ones are dropped.</summary>
    public int MaxDeliveries { get; set; } = 10_000;

    /// <summary>Remembered repeatability ids; older ones are dropped.</summary>
    public int MaxRepeatabilityIds { get; set; } = 10_000;

    /// <summary>Bytes of the sound that an app sends on one stream: kept for tests to look at, and still to be heard. 1 KB to 1 GB.</summary>
    public int MaxPlayedAudioBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>Event Grid subscriptions.</summary>
    public int MaxSubscriptions { get; set; } = 100;
}
