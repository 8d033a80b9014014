namespace CallFlows.Protocol.EventGrid;

/// <summary>Event Grid asks whether the endpoint wants its events.</summary>
public sealed record SubscriptionValidationData : WireModel
{
    /// <summary>To be given back.</summary>
    public string? ValidationCode { get; init; }

    /// <summary>To be opened instead, within some minutes.</summary>
    public string? ValidationUrl { get; init; }
}
