using CallFlows.Protocol.Identifiers;

namespace CallFlows.Protocol.Rest;

/// <summary>What to listen for, and how long.</summary>
public sealed record RecognizeOptionsModel : WireModel
{
    /// <summary>True lets the caller speak or dial over the prompt.</summary>
    public bool? InterruptPrompt { get; init; }

    /// <summary>How long to wait for the first input, 0 to 300 seconds.</summary>
    public int? InitialSilenceTimeoutInSeconds { get; init; }

    /// <summary>Whom to listen to.</summary>
    public CommunicationIdentifierModel? TargetParticipant { get; init; }

    /// <summary>Language as a BCP 47 tag, e.g. <c>en-US</c>.</summary>
    public string? SpeechLanguage { get; init; }

    /// <summary>A custom speech model.</summary>
    public string? SpeechRecognitionModelEndpointId { get; init; }

    /// <summary>How to collect tones.</summary>
    public DtmfOptionsModel? DtmfOptions { get; init; }

    /// <summary>The choices of a menu.</summary>
    public IReadOnlyList<RecognitionChoiceModel>? Choices { get; init; }

    /// <summary>How to collect speech.</summary>
    public SpeechOptionsModel? SpeechOptions { get; init; }
}
