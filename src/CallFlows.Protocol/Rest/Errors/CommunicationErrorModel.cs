namespace CallFlows.Protocol.Rest;

/// <summary>What went wrong.</summary>
public sealed record CommunicationErrorModel : WireModel
{
    /// <summary>The sub code as text, e.g. <c>8522</c>; see <see cref="Callbacks.SubCodes"/>. Required.</summary>
    public string? Code { get; init; }

    /// <summary>The service's explanation. Required.</summary>
    public string? Message { get; init; }

    /// <summary>Path of the resource concerned.</summary>
    public string? Target { get; init; }

    /// <summary>More errors.</summary>
    public IReadOnlyList<CommunicationErrorModel>? Details { get; init; }

    /// <summary>The cause.</summary>
    public CommunicationErrorModel? Innererror { get; init; }
}
