using CallFlows.Endpoints;
using CallFlows.Streams;

namespace CallFlows.Calls;

/// <summary>Everything that can be said about a call that is dialled. <c>DialAsync(target, from: …)</c> says the usual in less.</summary>
public sealed record DialOptions
{
    /// <summary>Whom to call: 1 to 349, into one call. The first who answers brings it about; others may join it later.</summary>
    public required IReadOnlyList<CallEndpoint> Targets { get; init; }

    /// <summary>The number shown to phones; phones as targets need it.</summary>
    public PhoneNumber? From { get; init; }

    /// <summary>The name shown to users of apps.</summary>
    public string? DisplayName { get; init; }

    /// <summary>How long to let it ring; null for as long as the service does.</summary>
    public TimeSpan? Ring { get; init; }

    /// <summary>The user who calls; null for an identity that the service makes.</summary>
    public CommunicationUser? Source { get; init; }

    /// <summary>
    /// The Teams application who calls, by its resource account, instead of a user. Such a call is asked for in version 2026-03-12 of the
    /// API or later.
    /// </summary>
    public TeamsApp? TeamsAppSource { get; init; }

    /// <summary>Streams the call's sound to the application; null for not.</summary>
    public MediaStreamingOptions? MediaStreaming { get; init; }

    /// <summary>Transcribes the call for the application; null for not.</summary>
    public TranscriptionOptions? Transcription { get; init; }

    /// <summary>The AI service of this call; null for the application's own.</summary>
    public CallIntelligenceOptions? Intelligence { get; init; }
}
