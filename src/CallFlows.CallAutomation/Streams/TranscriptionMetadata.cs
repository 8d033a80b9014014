namespace CallFlows.CallAutomation.Streams;

/// <summary>The first of a transcription: what it is of.</summary>
/// <param name="TranscriptionSubscriptionId">The transcription's id, as in the call's properties; empty when the service tells none.</param>
/// <param name="Locale">The language.</param>
/// <param name="CallConnectionId">This side of the call.</param>
/// <param name="CorrelationId">What support asks for.</param>
/// <param name="SpeechRecognitionModelEndpointId">The endpoint of a custom speech model; null for none.</param>
public sealed record TranscriptionMetadata(
    string TranscriptionSubscriptionId, string Locale, string CallConnectionId, string CorrelationId, string? SpeechRecognitionModelEndpointId)
    : StreamingData;
