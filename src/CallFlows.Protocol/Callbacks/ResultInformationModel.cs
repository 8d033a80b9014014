namespace CallFlows.Protocol.Callbacks;

/// <summary>How an operation ended.</summary>
public sealed record ResultInformationModel : WireModel
{
    /// <summary>A status like that of HTTP.</summary>
    public int? Code { get; init; }

    /// <summary>The exact reason; see <see cref="SubCodes"/>.</summary>
    public int? SubCode { get; init; }

    /// <summary>The service's explanation; may be empty.</summary>
    public string? Message { get; init; }

    /// <summary>The SIP status, on telephone calls.</summary>
    public SignalingDetailModel? SipDetails { get; init; }

    /// <summary>The Q.850 cause, on telephone calls.</summary>
    public SignalingDetailModel? Q850Details { get; init; }
}
