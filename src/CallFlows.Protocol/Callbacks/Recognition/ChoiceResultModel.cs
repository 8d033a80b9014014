namespace CallFlows.Protocol.Callbacks;

/// <summary>The recognized choice of a menu.</summary>
public sealed record ChoiceResultModel : WireModel
{
    /// <summary>The app's name of the choice.</summary>
    public string? Label { get; init; }

    /// <summary>What was said; absent when a key was pressed.</summary>
    public string? RecognizedPhrase { get; init; }

    /// <summary>How sure the service is, 0 to 1.</summary>
    public double? Confidence { get; init; }
}
