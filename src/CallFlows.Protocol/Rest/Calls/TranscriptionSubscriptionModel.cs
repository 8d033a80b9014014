namespace CallFlows.Protocol.Rest;

/// <summary>State of transcription of a call.</summary>
public sealed record TranscriptionSubscriptionModel : WireModel
{
    /// <summary>Id of the subscription; absent while disabled.</summary>
    public string? Id { get; init; }

    /// <summary>One of <see cref="SubscriptionStates"/>.</summary>
    public string? State { get; init; }

    /// <summary>What is streamed: <c>final</c>, <c>intermediate</c>.</summary>
    public IReadOnlyList<string>? SubscribedResultTypes { get; init; }

    /// <summary>Language of the speech, as a BCP 47 tag.</summary>
    public string? Locale { get; init; }
}
