namespace CallFlows.Protocol.Rest;

/// <summary>Body of <c>:recognize</c>.</summary>
public sealed record RecognizeRequest : WireModel
{
    /// <summary>One of <see cref="RecognizeInputTypes"/>. Required.</summary>
    public string? RecognizeInputType { get; init; }

    /// <summary>The prompt played first.</summary>
    public PlaySourceModel? PlayPrompt { get; init; }

    /// <summary>Several prompts, played in order.</summary>
    public IReadOnlyList<PlaySourceModel>? PlayPrompts { get; init; }

    /// <summary>True stops what is being played or recognized.</summary>
    public bool? InterruptCallMediaOperation { get; init; }

    /// <summary>What to listen for, and how long.</summary>
    public RecognizeOptionsModel? RecognizeOptions { get; init; }

    /// <summary>The app's own text, given back in the answer and in every event of this operation.</summary>
    public string? OperationContext { get; init; }

    /// <summary>Absolute URI that gets this operation's events instead of the call's callback URI.</summary>
    public string? OperationCallbackUri { get; init; }
}
