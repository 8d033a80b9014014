namespace CallFlows.Engine;

/// <summary>A history file can't be read or written.</summary>
public sealed class HistoryFileException : IOException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">Which file, what is wrong where in it, what to do.</param>
    /// <param name="innerException">What it came from, or null.</param>
    public HistoryFileException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
