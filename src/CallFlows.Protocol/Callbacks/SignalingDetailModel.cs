namespace CallFlows.Protocol.Callbacks;

/// <summary>A status of the telephone network.</summary>
public sealed record SignalingDetailModel : WireModel
{
    /// <summary>The status.</summary>
    public int? Code { get; init; }

    /// <summary>Its text.</summary>
    public string? Message { get; init; }
}
