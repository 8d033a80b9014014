namespace CallFlows.Protocol.Rest;

/// <summary>Values of <see cref="PlaySourceModel.Kind"/>.</summary>
public static class PlaySourceKinds
{
    /// <summary>An audio file.</summary>
    public const string File = "file";

    /// <summary>A text to speak.</summary>
    public const string Text = "text";

    /// <summary>Speech as SSML.</summary>
    public const string Ssml = "ssml";
}
