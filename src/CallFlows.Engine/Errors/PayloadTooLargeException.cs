namespace CallFlows.Engine;

/// <summary>A value is larger than <see cref="EngineOptions.MaxPayloadBytes"/>.</summary>
public sealed class PayloadTooLargeException : ArgumentException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is too large, by how much, what to do.</param>
    public PayloadTooLargeException(string message)
        : base(message)
    {
    }
}
