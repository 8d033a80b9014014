namespace CallFlows.CallAutomation.Streams;

/// <summary>What bounds a call's web socket.</summary>
/// <param name="MaxMessageBytes">The longest frame that is taken, in bytes; the service's own have about 1.5 KB of sound.</param>
/// <param name="SendTimeout">How long sending a frame, or closing, may take.</param>
public sealed record StreamLimits(int MaxMessageBytes, TimeSpan SendTimeout)
{
    /// <summary>256 KB, and ten seconds.</summary>
    public static StreamLimits Default { get; } = new(256 * 1024, TimeSpan.FromSeconds(10));
}
