using CallFlows.Actions;
using CallFlows.Calls.Transcripts;

namespace CallFlows.Flows.Running.Continuing;

/// <summary>What a flow knows of one of its calls, for its next execution.</summary>
internal sealed record CarriedCall
{
    public required CallTranscript Transcript { get; init; }

    public string? ConnectionId { get; init; }

    public string? ServerCallId { get; init; }

    public DateTimeOffset? HeardAt { get; init; }

    public string? Taken { get; init; }

    public bool IsConnected { get; init; }

    public bool HangUpRequested { get; init; }

    public bool HandingOver { get; init; }

    public bool HandedOver { get; init; }

    public IReadOnlyList<CallParticipant> Participants { get; init; } = [];

    public IReadOnlyList<CarriedRecording> Recordings { get; init; } = [];

    public CarriedStream? MediaStreaming { get; init; }

    public CarriedStream? Transcription { get; init; }

    public int LastSequence { get; init; }
}
