namespace CallFlows.Protocol.EventGrid;

/// <summary>A group call or a room.</summary>
public sealed record CallScopeModel : WireModel
{
    /// <summary>Its id.</summary>
    public string? Id { get; init; }
}
