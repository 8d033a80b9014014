namespace CallFlows.Flows;

/// <summary>The tags that every flow started by an incoming call has; values are raw ids (<see cref="Endpoints.CallEndpoint.RawId"/>).</summary>
public static class FlowTags
{
    /// <summary>Who calls.</summary>
    public const string Caller = "caller";

    /// <summary>Who was called.</summary>
    public const string Called = "called";
}
