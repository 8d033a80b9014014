namespace CallFlows.Protocol.Rest;

/// <summary>How to play.</summary>
public sealed record PlayOptionsModel : WireModel
{
    /// <summary>True plays again and again until cancelled. Required.</summary>
    public bool? Loop { get; init; }
}
