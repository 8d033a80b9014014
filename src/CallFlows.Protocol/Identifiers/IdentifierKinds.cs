namespace CallFlows.Protocol.Identifiers;

/// <summary>Values of an identifier's kind.</summary>
public static class IdentifierKinds
{
    /// <summary>None of the known kinds; only the raw id says who it is.</summary>
    public const string Unknown = "unknown";

    /// <summary>A user of a communication resource.</summary>
    public const string CommunicationUser = "communicationUser";

    /// <summary>A telephone number.</summary>
    public const string PhoneNumber = "phoneNumber";

    /// <summary>A Teams user.</summary>
    public const string MicrosoftTeamsUser = "microsoftTeamsUser";

    /// <summary>A Teams application.</summary>
    public const string MicrosoftTeamsApp = "microsoftTeamsApp";

    /// <summary>A Teams user who calls through a communication resource.</summary>
    public const string TeamsExtensionUser = "teamsExtensionUser";
}
