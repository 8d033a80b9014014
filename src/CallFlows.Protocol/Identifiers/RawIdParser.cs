namespace CallFlows.Protocol.Identifiers;

internal static class RawIdParser
{
    public static CommunicationIdentifierModel Parse(string rawId)
    {
        if (rawId.StartsWith(RawIdPrefixes.PhoneNumber, StringComparison.Ordinal) && rawId.Length > RawIdPrefixes.PhoneNumber.Length)
            return PhoneNumber(rawId);

        int first = rawId.IndexOf(':', StringComparison.Ordinal);
        int second = first < 0 ? -1 : rawId.IndexOf(':', first + 1);
        bool threeParts = second > 0 && second < rawId.Length - 1 && rawId.IndexOf(':', second + 1) < 0;
        if (!threeParts)
            return Unknown(rawId);

        string tail = rawId[(second + 1)..];
        return rawId[..(second + 1)] switch
        {
            RawIdPrefixes.CommunicationUser => User(rawId, tail, CommunicationClouds.Public),
            RawIdPrefixes.CommunicationUserDod => User(rawId, tail, CommunicationClouds.Dod),
            RawIdPrefixes.CommunicationUserGcch => User(rawId, tail, CommunicationClouds.Gcch),
            RawIdPrefixes.CommunicationUserSpool => CommunicationUser(rawId),
            RawIdPrefixes.TeamsUser => TeamsUser(rawId, tail, CommunicationClouds.Public),
            RawIdPrefixes.TeamsUserDod => TeamsUser(rawId, tail, CommunicationClouds.Dod),
            RawIdPrefixes.TeamsUserGcch => TeamsUser(rawId, tail, CommunicationClouds.Gcch),
            RawIdPrefixes.TeamsVisitor => TeamsVisitor(rawId, tail),
            RawIdPrefixes.TeamsApp => TeamsApp(rawId, tail, CommunicationClouds.Public),
            RawIdPrefixes.TeamsAppDod => TeamsApp(rawId, tail, CommunicationClouds.Dod),
            RawIdPrefixes.TeamsAppGcch => TeamsApp(rawId, tail, CommunicationClouds.Gcch),
            _ => Unknown(rawId),
        };
    }

    private static CommunicationIdentifierModel Unknown(string rawId) => new() { RawId = rawId, Kind = IdentifierKinds.Unknown };

    // The value keeps the "_suffix" of an asserted id, so that a raw id survives a round trip.
    private static CommunicationIdentifierModel PhoneNumber(string rawId)
    {
        string value = rawId[RawIdPrefixes.PhoneNumber.Length..];
        bool anonymous = value == RawIdPrefixes.AnonymousNumber;
        int suffix = anonymous ? 0 : value.LastIndexOf('_') + 1;
        return new()
        {
            RawId = rawId,
            Kind = IdentifierKinds.PhoneNumber,
            PhoneNumber = new()
            {
                Value = value,
                IsAnonymous = anonymous ? true : null,
                AssertedId = suffix > 0 && suffix < value.Length ? value[suffix..] : null,
            },
        };
    }

    private static CommunicationIdentifierModel User(string rawId, string tail, string cloud)
    {
        string[] parts = tail.Split('_');
        if (parts.Length != 3)
            return CommunicationUser(rawId);
        return new()
        {
            RawId = rawId,
            Kind = IdentifierKinds.TeamsExtensionUser,
            TeamsExtensionUser = new() { ResourceId = parts[0], TenantId = parts[1], UserId = parts[2], Cloud = cloud },
        };
    }

    private static CommunicationIdentifierModel CommunicationUser(string rawId) => new()
    {
        RawId = rawId,
        Kind = IdentifierKinds.CommunicationUser,
        CommunicationUser = new() { Id = rawId },
    };

    private static CommunicationIdentifierModel TeamsUser(string rawId, string userId, string cloud) => new()
    {
        RawId = rawId,
        Kind = IdentifierKinds.MicrosoftTeamsUser,
        MicrosoftTeamsUser = new() { UserId = userId, IsAnonymous = false, Cloud = cloud },
    };

    private static CommunicationIdentifierModel TeamsVisitor(string rawId, string visitorId) => new()
    {
        RawId = rawId,
        Kind = IdentifierKinds.MicrosoftTeamsUser,
        MicrosoftTeamsUser = new() { UserId = visitorId, IsAnonymous = true, Cloud = CommunicationClouds.Public },
    };

    private static CommunicationIdentifierModel TeamsApp(string rawId, string appId, string cloud) => new()
    {
        RawId = rawId,
        Kind = IdentifierKinds.MicrosoftTeamsApp,
        MicrosoftTeamsApp = new() { AppId = appId, Cloud = cloud },
    };
}
