namespace CallFlows.CallAutomation.Streams;

/// <summary>
/// What the service sends on a call's web socket: one record type for each kind, named as in the service's own library, and
/// <see cref="UnknownStreamingData"/> for kinds that came later.
/// </summary>
public abstract record StreamingData
{
    private protected StreamingData()
    {
    }

    /// <summary>Only the kind: sound and words are people's own.</summary>
    /// <returns>The name of the type.</returns>
    public sealed override string ToString() => GetType().Name;
}
