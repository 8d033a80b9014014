namespace CallFlows.Protocol.Identifiers;

/// <summary>Who takes part in a call: a kind, a raw id and at most one sub-object, in the order the service answers with.</summary>
/// <remarks>Any part may be missing when read; <see cref="CommunicationIdentifiers"/> infers what is missing.</remarks>
public sealed record CommunicationIdentifierModel : WireModel
{
    /// <summary>The id in one text, e.g. <c>4:+15551234567</c> or <c>8:acs:…</c>.</summary>
    public string? RawId { get; init; }

    /// <summary>One of <see cref="IdentifierKinds"/>; older clients leave it out.</summary>
    public string? Kind { get; init; }

    /// <summary>Set for a user of the communication resource.</summary>
    public CommunicationUserIdentifierModel? CommunicationUser { get; init; }

    /// <summary>Set for a telephone number.</summary>
    public PhoneNumberIdentifierModel? PhoneNumber { get; init; }

    /// <summary>Set for a Teams user.</summary>
    public MicrosoftTeamsUserIdentifierModel? MicrosoftTeamsUser { get; init; }

    /// <summary>Set for a Teams application, such as a bot.</summary>
    public MicrosoftTeamsAppIdentifierModel? MicrosoftTeamsApp { get; init; }

    /// <summary>Set for a Teams user who calls through a communication resource.</summary>
    public TeamsExtensionUserIdentifierModel? TeamsExtensionUser { get; init; }
}
