namespace CallFlows.Protocol.Rest;

/// <summary>One choice of a menu.</summary>
public sealed record RecognitionChoiceModel : WireModel
{
    /// <summary>The app's name of the choice. Required.</summary>
    public string? Label { get; init; }

    /// <summary>What may be said for it. Required.</summary>
    public IReadOnlyList<string>? Phrases { get; init; }

    /// <summary>The key for it, one of <see cref="DtmfTones"/>.</summary>
    public string? Tone { get; init; }
}
