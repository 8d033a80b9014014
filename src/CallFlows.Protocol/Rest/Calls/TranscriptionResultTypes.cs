namespace CallFlows.Protocol.Rest;

/// <summary>Values of <c>subscribedResultTypes</c>.</summary>
public static class TranscriptionResultTypes
{
    /// <summary>Phrases that don't change any more.</summary>
    public const string Final = "final";

    /// <summary>Phrases that are still being spoken.</summary>
    public const string Intermediate = "intermediate";
}
