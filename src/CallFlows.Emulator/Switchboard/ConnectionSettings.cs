using CallFlows.Emulator.Streams;

namespace CallFlows.Emulator.Switchboard;

/// <summary>What an app said when it created or answered a call, and what it is shown back in the call's properties.</summary>
internal sealed record ConnectionSettings
{
    public required string CallbackUri { get; init; }

    public required string ApiVersion { get; init; }

    public string? OperationContext { get; init; }

    public required IReadOnlyList<PartyId> Targets { get; init; }

    public required PartyId Source { get; init; }

    public string? SourceCallerIdNumber { get; init; }

    public string? SourceDisplayName { get; init; }

    /// <summary>Set on the answering side only.</summary>
    public PartyId? AnsweredBy { get; init; }

    public string? AnsweredFor { get; init; }

    public bool HasCognitiveServices { get; init; }

    /// <summary>The stream of sound that was asked for; null for none.</summary>
    public MediaStreamSettings? MediaStreaming { get; init; }

    /// <summary>The transcription that was asked for; null for none.</summary>
    public TranscriptionSettings? Transcription { get; init; }

    public required string MediaSubscriptionId { get; init; }

    public required string DataSubscriptionId { get; init; }
}
