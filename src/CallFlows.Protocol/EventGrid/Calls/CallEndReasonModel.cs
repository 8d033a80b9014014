namespace CallFlows.Protocol.EventGrid;

/// <summary>Why a call ended.</summary>
public sealed record CallEndReasonModel : WireModel
{
    /// <summary>A status like that of HTTP.</summary>
    public int? Code { get; init; }

    /// <summary>The exact reason.</summary>
    public int? SubCode { get; init; }

    /// <summary>In words.</summary>
    public string? Phrase { get; init; }
}
