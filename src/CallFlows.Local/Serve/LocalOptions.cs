namespace CallFlows.Local.Serve;

/// <summary>Where the local host listens: configuration section <c>Local</c>.</summary>
internal sealed class LocalOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Local";

    /// <summary>Where the application listens: http on this machine.</summary>
    public string Url { get; set; } = "http://127.0.0.1:5080";

    /// <summary>The port of the emulator, 0 to 65535; 0 for a free one.</summary>
    public int EmulatorPort { get; set; } = 5081;

    /// <summary>How fast the emulator speaks, in characters a second, 1 to 10000.</summary>
    public double CharactersPerSecond { get; set; } = 15;
}
