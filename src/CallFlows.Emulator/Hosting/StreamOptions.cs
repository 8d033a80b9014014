namespace CallFlows.Emulator.Hosting;

/// <summary>How streams of sound and of transcription are sent to web sockets. The service's own rules aren't documented.</summary>
public sealed class StreamOptions
{
    /// <summary>
    /// Frames of 20 milliseconds that are sent together. More make a clock advanced by hand faster, and a stream less smooth. 1 to 50.
    /// </summary>
    public int FramesPerTick { get; set; } = 1;

    /// <summary>Frames that wait for a slow app; further ones are lost, and counted. 1 to 100,000.</summary>
    public int MaxQueuedFrames { get; set; } = 250;

    /// <summary>Bytes of a message of the app; a longer one breaks the connection. 1 KB to 100 MB.</summary>
    public int MaxMessageBytes { get; set; } = 1024 * 1024;

    /// <summary>How long opening a socket may take, by the real clock. Above 0, up to 5 minutes.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long an app may take no frame before it is cut off, by the real clock. Above 0, up to 5 minutes.</summary>
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often a socket that broke is opened again. 0 to 100.</summary>
    public int MaxReconnects { get; set; } = 3;

    /// <summary>Wait before each of these. Above 0, up to 1 hour.</summary>
    public TimeSpan ReconnectDelay { get; set; } = TimeSpan.FromSeconds(1);
}
