namespace CallFlows.Recordings;

/// <summary>A file of a recording can't be fetched or deleted.</summary>
public sealed class RecordingFileException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="status">The HTTP status that the service answered; 0 for no answer.</param>
    /// <param name="innerException">What was caught, or null.</param>
    public RecordingFileException(string message, int status, Exception? innerException = null)
        : base(message, innerException) => Status = status;

    /// <summary>The HTTP status that the service answered; 0 for no answer. 404: the file was deleted, or is older than a day.</summary>
    public int Status { get; }
}
