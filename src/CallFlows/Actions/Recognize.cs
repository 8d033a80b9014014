using System.Text.Json.Serialization;
using CallFlows.Endpoints;
using CallFlows.Prompts;
using CallFlows.Recognition;

namespace CallFlows.Actions;

/// <summary>
/// Listens to one participant, playing prompts first if there are any. Ends with <c>RecognizeCompleted</c>, <c>RecognizeFailed</c>
/// or <c>RecognizeCanceled</c>. Ranges are the service's.
/// </summary>
public sealed record Recognize : CallAction
{
    /// <summary>What to listen for.</summary>
    public required RecognitionKind Kind { get; init; }

    /// <summary>Whom to listen to; null for the other party of the call.</summary>
    public CallEndpoint? Participant { get; init; }

    /// <summary>What to play first, in order.</summary>
    public IReadOnlyList<Prompt> Prompts { get; init; } = [];

    /// <summary>Whether a key or speech breaks the prompts off (barge-in). Default true.</summary>
    public bool InterruptPrompt { get; init; } = true;

    /// <summary>Whether to break off what plays now rather than queue behind it.</summary>
    public bool InterruptOther { get; init; }

    /// <summary>How long to wait for the first key or word after the prompts, 0 to 300 seconds. Default 5.</summary>
    public TimeSpan InitialSilence { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The language spoken, such as <c>en-US</c>; null for the service's default.</summary>
    public string? SpeechLanguage { get; init; }

    /// <summary>The endpoint of a custom speech model; null for none.</summary>
    public string? SpeechModelEndpointId { get; init; }

    /// <summary>How long a pause ends what the caller says. Null for the service's default.</summary>
    public TimeSpan? EndSilence { get; init; }

    /// <summary>How many keys to take at most; needed for keys.</summary>
    public int? MaxTones { get; init; }

    /// <summary>How long to wait for the next key, 1 to 60 seconds. Null for the service's default of 2.</summary>
    public TimeSpan? InterToneTimeout { get; init; }

    /// <summary>Keys that end the input.</summary>
    public IReadOnlyList<Tone> StopTones { get; init; } = [];

    /// <summary>The choices of <see cref="RecognitionKind.Choices"/>.</summary>
    public IReadOnlyList<RecognitionChoice> Choices { get; init; } = [];

    /// <summary>False: the service takes no repeatability id with it, and whoever listens would be asked twice.</summary>
    [JsonIgnore]
    public override bool IsRepeatable => false;
}
