namespace CallFlows.CallAutomation.Streams;

/// <summary>A frame on a call's web socket can't be read. The message shows no content of the frame.</summary>
public sealed class StreamingFormatException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="location">Where in the frame, such as <c>$.audioData.data</c>.</param>
    /// <param name="problem">What is wrong there, as a sentence.</param>
    /// <param name="innerException">What was caught, or null.</param>
    public StreamingFormatException(string location, string problem, Exception? innerException = null)
        : base($"The frame can't be read at {location}: {problem}", innerException) => Location = location;

    /// <summary>Where in the frame, as a JSON path.</summary>
    public string Location { get; }
}
