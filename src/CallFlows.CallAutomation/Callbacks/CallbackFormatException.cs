namespace CallFlows.CallAutomation.Callbacks;

/// <summary>A callback's body can't be read. The message shows no content of the body.</summary>
public sealed class CallbackFormatException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="location">Where in the body, e.g. <c>$[0].data.tone</c>.</param>
    /// <param name="problem">What is wrong there, as a sentence.</param>
    /// <param name="innerException">What was caught, or null.</param>
    public CallbackFormatException(string location, string problem, Exception? innerException = null)
        : base($"The callback can't be read at {location}: {problem}", innerException) => Location = location;

    /// <summary>Where in the body, as a JSON path, with line and byte when the text isn't JSON.</summary>
    public string Location { get; }
}
