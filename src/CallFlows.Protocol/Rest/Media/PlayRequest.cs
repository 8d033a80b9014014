using CallFlows.Protocol.Identifiers;

namespace CallFlows.Protocol.Rest;

/// <summary>Body of <c>:play</c>.</summary>
public sealed record PlayRequest : WireModel
{
    /// <summary>What to play, in order. Required.</summary>
    public IReadOnlyList<PlaySourceModel>? PlaySources { get; init; }

    /// <summary>Who hears it; absent or empty means everyone.</summary>
    public IReadOnlyList<CommunicationIdentifierModel>? PlayTo { get; init; }

    /// <summary>True stops what is being played; false queues behind it.</summary>
    public bool? InterruptCallMediaOperation { get; init; }

    /// <summary>How to play.</summary>
    public PlayOptionsModel? PlayOptions { get; init; }

    /// <summary>The app's own text, given back in the answer and in every event of this operation.</summary>
    public string? OperationContext { get; init; }

    /// <summary>Absolute URI that gets this operation's events instead of the call's callback URI.</summary>
    public string? OperationCallbackUri { get; init; }
}
