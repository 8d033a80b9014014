namespace CallFlows.Streams;

/// <summary>The transcription of a call, as the service describes it.</summary>
/// <param name="State">Whether it runs.</param>
/// <param name="Id">What its texts go by; null when the service tells none.</param>
/// <param name="Locale">The language; null when the service tells none.</param>
/// <param name="IntermediateResults">Whether phrases are sent while they are still being spoken.</param>
public sealed record TranscriptionSubscription(SubscriptionState State, string? Id = null, string? Locale = null, bool IntermediateResults = false);
