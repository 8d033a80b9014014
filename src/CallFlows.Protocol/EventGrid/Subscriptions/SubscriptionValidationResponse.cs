namespace CallFlows.Protocol.EventGrid;

/// <summary>The answer to <see cref="SubscriptionValidationData"/>, with status 200.</summary>
public sealed record SubscriptionValidationResponse : WireModel
{
    /// <summary>The validation code.</summary>
    public string? ValidationResponse { get; init; }
}
