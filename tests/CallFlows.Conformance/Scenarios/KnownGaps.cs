namespace CallFlows.Conformance.Scenarios;

/// <summary>What the scenarios don't exercise, and why. An entry that they do exercise makes a test fail, as does a gap without an entry.</summary>
internal static class KnownGaps
{
    private const string Deprecated = "Deprecated in the client, which ignores it.";

    /// <summary>Options of the official client's methods, and properties of what is in them.</summary>
    public static IReadOnlyDictionary<string, string> Options { get; } = new Dictionary<string, string>
    {
        ["CallMedia.startRecognizing: stopCurrentOperations"] = Deprecated,
    };

    /// <summary>Callbacks, by type.</summary>
    public static IReadOnlyDictionary<string, string> Events { get; } = new Dictionary<string, string>();

    /// <summary>Event Grid events, by type.</summary>
    public static IReadOnlyDictionary<string, string> EventGridEvents { get; } = new Dictionary<string, string>();
}
