namespace CallFlows.Protocol.Identifiers;

internal static class RawIdPrefixes
{
    public const string PhoneNumber = "4:";
    public const string AnonymousNumber = "anonymous";
    public const string CommunicationUser = "8:acs:";
    public const string CommunicationUserDod = "8:dod-acs:";
    public const string CommunicationUserGcch = "8:gcch-acs:";
    public const string CommunicationUserSpool = "8:spool:";
    public const string TeamsUser = "8:orgid:";
    public const string TeamsUserDod = "8:dod:";
    public const string TeamsUserGcch = "8:gcch:";
    public const string TeamsVisitor = "8:teamsvisitor:";
    public const string TeamsApp = "28:orgid:";
    public const string TeamsAppDod = "28:dod:";
    public const string TeamsAppGcch = "28:gcch:";
}
