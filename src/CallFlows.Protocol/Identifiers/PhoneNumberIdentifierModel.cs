namespace CallFlows.Protocol.Identifiers;

/// <summary>A telephone number.</summary>
public sealed record PhoneNumberIdentifierModel : WireModel
{
    /// <summary>The number in E.164 form, e.g. <c>+15551234567</c>. Required by the service.</summary>
    public string? Value { get; init; }

    /// <summary>True when the caller withholds the number.</summary>
    public bool? IsAnonymous { get; init; }

    /// <summary>Tells apart several appearances of one number in a call.</summary>
    public string? AssertedId { get; init; }
}
