namespace CallFlows.Streams;

/// <summary>
/// Streams what is said in a call, as text, to a web socket of the application. It is asked for when the call is answered or dialled, and
/// begins then, or when the flow starts it. The service needs a cognitive services endpoint for it.
/// </summary>
/// <param name="TransportUri">Where the service connects to: <c>wss</c>, or <c>ws</c> on this machine.</param>
/// <param name="Locale">The language, such as <c>en-US</c>.</param>
public sealed record TranscriptionOptions(Uri TransportUri, string Locale)
{
    /// <summary>The endpoint of a custom speech model; null for the service's own.</summary>
    public string? SpeechRecognitionModelEndpointId { get; init; }

    /// <summary>Whether it begins as soon as the call is connected.</summary>
    public bool StartTranscription { get; init; }

    /// <summary>Whether phrases are sent while they are still being spoken, and may change.</summary>
    public bool EnableIntermediateResults { get; init; }

    /// <summary>Only where to: the rest of the address may be a secret.</summary>
    /// <returns>The name of the type, and the host.</returns>
    public override string ToString() => StreamAddress.Describe(nameof(TranscriptionOptions), TransportUri);
}
