namespace CallFlows.Protocol.Identifiers;

internal static class RawIdWriter
{
    public static string? Write(CommunicationIdentifierModel model) => model switch
    {
        { CommunicationUser.Id: { Length: > 0 } id } => id,
        { PhoneNumber.Value: { Length: > 0 } number } => RawIdPrefixes.PhoneNumber + number,
        { PhoneNumber.IsAnonymous: true } => RawIdPrefixes.PhoneNumber + RawIdPrefixes.AnonymousNumber,
        { MicrosoftTeamsUser: { UserId.Length: > 0 } user } => TeamsUserPrefix(user) + user.UserId,
        { MicrosoftTeamsApp: { AppId.Length: > 0 } app } => TeamsAppPrefix(app.Cloud) + app.AppId,
        { TeamsExtensionUser: { UserId: not null, TenantId: not null, ResourceId: not null } user } =>
            $"{ExtensionPrefix(user.Cloud)}{user.ResourceId}_{user.TenantId}_{user.UserId}",
        _ => null,
    };

    private static string TeamsUserPrefix(MicrosoftTeamsUserIdentifierModel user) => user switch
    {
        { IsAnonymous: true } => RawIdPrefixes.TeamsVisitor,
        { Cloud: CommunicationClouds.Dod } => RawIdPrefixes.TeamsUserDod,
        { Cloud: CommunicationClouds.Gcch } => RawIdPrefixes.TeamsUserGcch,
        _ => RawIdPrefixes.TeamsUser,
    };

    private static string TeamsAppPrefix(string? cloud) => cloud switch
    {
        CommunicationClouds.Dod => RawIdPrefixes.TeamsAppDod,
        CommunicationClouds.Gcch => RawIdPrefixes.TeamsAppGcch,
        _ => RawIdPrefixes.TeamsApp,
    };

    private static string ExtensionPrefix(string? cloud) => cloud switch
    {
        CommunicationClouds.Dod => RawIdPrefixes.CommunicationUserDod,
        CommunicationClouds.Gcch => RawIdPrefixes.CommunicationUserGcch,
        _ => RawIdPrefixes.CommunicationUser,
    };
}
