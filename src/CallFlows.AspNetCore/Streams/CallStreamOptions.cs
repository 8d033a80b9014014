using CallFlows.CallAutomation.Streams;

namespace CallFlows.AspNetCore.Streams;

/// <summary>What bounds the web sockets of calls' streams.</summary>
public sealed class CallStreamOptions
{
    /// <summary>The longest frame that is taken, in bytes. 4 KB to 16 MB; default 256 KB.</summary>
    public int MaxMessageBytes { get; set; } = StreamLimits.Default.MaxMessageBytes;

    /// <summary>How long sending a frame, or closing a socket, may take. Above 0, up to 5 minutes; default 10 seconds.</summary>
    public TimeSpan SendTimeout { get; set; } = StreamLimits.Default.SendTimeout;

    internal StreamLimits Checked()
    {
        if (MaxMessageBytes is < 4 * 1024 or > 16 * 1024 * 1024)
        {
            throw new ArgumentException($"MaxMessageBytes can't be {MaxMessageBytes}. Use 4096 to 16777216.");
        }

        if (SendTimeout <= TimeSpan.Zero || SendTimeout > TimeSpan.FromMinutes(5))
        {
            throw new ArgumentException($"SendTimeout can't be {SendTimeout}. Use a time above 0, up to 5 minutes.");
        }

        return new StreamLimits(MaxMessageBytes, SendTimeout);
    }
}
