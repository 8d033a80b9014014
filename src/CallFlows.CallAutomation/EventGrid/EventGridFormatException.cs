namespace CallFlows.CallAutomation.EventGrid;

/// <summary>A whole delivery can't be read.</summary>
public sealed class EventGridFormatException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="problem">What is wrong, as a sentence.</param>
    /// <param name="innerException">What was caught, or null.</param>
    public EventGridFormatException(string problem, Exception? innerException = null)
        : base($"The Event Grid delivery can't be read: {problem}", innerException)
    {
    }
}
