using CallFlows.Endpoints;

namespace CallFlows.CallAutomation.Streams;

/// <summary>What somebody says.</summary>
/// <param name="Text">The words.</param>
/// <param name="ResultState">Whether they may still change.</param>
/// <param name="Participant">Who says it; null when the service tells nobody.</param>
/// <param name="Confidence">How sure the service is, 0 to 1; null when it doesn't tell.</param>
/// <param name="Offset">When it begins, after the transcription began.</param>
/// <param name="Duration">How long it takes.</param>
/// <param name="Words">Each word; empty when the service tells none.</param>
/// <param name="Format">The service's word for the form of the text, such as <c>display</c>; null when it tells none.</param>
public sealed record TranscriptionData(
    string Text,
    TranscriptionResultState ResultState,
    CallEndpoint? Participant,
    double? Confidence,
    TimeSpan Offset,
    TimeSpan Duration,
    IReadOnlyList<WordData> Words,
    string? Format) : StreamingData;
