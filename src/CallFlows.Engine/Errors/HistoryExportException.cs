namespace CallFlows.Engine;

/// <summary>A history can't be exported: its code does not fit it, or what is personal can't be taken out of it without changing its path.</summary>
public sealed class HistoryExportException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">Which event and value, what happens, what to do.</param>
    public HistoryExportException(string message)
        : base(message)
    {
    }
}
