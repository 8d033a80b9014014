namespace CallFlows.Engine;

/// <summary>The store could not do what it was asked: nothing of it is stored.</summary>
public sealed class OrchestrationStoreException : IOException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What went wrong, with which file, and what to do.</param>
    /// <param name="innerException">What it came from, or null.</param>
    public OrchestrationStoreException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>Whether the store as a whole is in trouble, rather than one commit.</summary>
    internal bool IsForAll { get; init; }
}
