namespace CallFlows.Protocol.Identifiers;

/// <summary>Turns raw ids into identifier models and back, and fills in what a sender left out.</summary>
public static class CommunicationIdentifiers
{
    /// <summary>Reads a raw id; one of no known form becomes kind <c>unknown</c>.</summary>
    /// <param name="rawId">The raw id, e.g. <c>4:+15551234567</c>.</param>
    /// <returns>A model with raw id, kind and, unless unknown, its sub-object.</returns>
    /// <exception cref="ArgumentException">The raw id is null, empty or blank.</exception>
    public static CommunicationIdentifierModel FromRawId(string rawId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(rawId);
        return RawIdParser.Parse(rawId);
    }

    /// <summary>A telephone number as an identifier.</summary>
    /// <param name="e164">The number in E.164 form, e.g. <c>+15551234567</c>.</param>
    /// <returns>A complete model.</returns>
    /// <exception cref="ArgumentException">The number is null, empty or blank.</exception>
    public static CommunicationIdentifierModel FromPhoneNumber(string e164)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(e164);
        return RawIdParser.Parse(RawIdPrefixes.PhoneNumber + e164);
    }

    /// <summary>The kind that is stated, or else inferred from the sub-object, or else from the raw id.</summary>
    /// <param name="model">The identifier.</param>
    /// <returns>One of <see cref="IdentifierKinds"/>, or the stated kind even if it isn't known here.</returns>
    public static string KindOf(CommunicationIdentifierModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model switch
        {
            { CommunicationUser: not null } => IdentifierKinds.CommunicationUser,
            { PhoneNumber: not null } => IdentifierKinds.PhoneNumber,
            { MicrosoftTeamsUser: not null } => IdentifierKinds.MicrosoftTeamsUser,
            { MicrosoftTeamsApp: not null } => IdentifierKinds.MicrosoftTeamsApp,
            { TeamsExtensionUser: not null } => IdentifierKinds.TeamsExtensionUser,
            { Kind.Length: > 0 } => model.Kind,
            { RawId.Length: > 0 } => RawIdParser.Parse(model.RawId).Kind!,
            _ => IdentifierKinds.Unknown,
        };
    }

    /// <summary>The raw id that is stated, or else made from the sub-object.</summary>
    /// <param name="model">The identifier.</param>
    /// <returns>The raw id, or null when the model names nobody.</returns>
    public static string? RawIdOf(CommunicationIdentifierModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return string.IsNullOrEmpty(model.RawId) ? RawIdWriter.Write(model) : model.RawId;
    }

    /// <summary>Completes an identifier as the service does: raw id, kind and sub-object, each inferred from the others.</summary>
    /// <param name="model">The identifier as received.</param>
    /// <returns>The complete model, or null when the model names nobody.</returns>
    public static CommunicationIdentifierModel? Complete(CommunicationIdentifierModel model)
    {
        string? rawId = RawIdOf(model);
        if (string.IsNullOrWhiteSpace(rawId))
            return null;
        CommunicationIdentifierModel fromRawId = RawIdParser.Parse(rawId);
        return HasSubObject(model)
            ? model with { RawId = rawId, Kind = KindOf(model) }
            : fromRawId with { Kind = fromRawId.Kind == IdentifierKinds.Unknown ? KindOf(model) : fromRawId.Kind };
    }

    private static bool HasSubObject(CommunicationIdentifierModel model) =>
        model is { CommunicationUser: not null } or { PhoneNumber: not null } or { MicrosoftTeamsUser: not null }
            or { MicrosoftTeamsApp: not null } or { TeamsExtensionUser: not null };
}
