namespace CallFlows.Endpoints;

/// <summary>The service's raw id notation.</summary>
internal static class RawIds
{
    public static string Checked(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return id.Length > 0 && id.Length <= CallEndpoint.MaxRawIdLength && !string.IsNullOrWhiteSpace(id)
            ? id
            : throw new FormatException($"An identifier is 1 to {CallEndpoint.MaxRawIdLength} characters.");
    }

    public static string TeamsUserPrefix(TeamsCloud cloud) => cloud switch
    {
        TeamsCloud.Dod => "8:dod:",
        TeamsCloud.Gcch => "8:gcch:",
        _ => "8:orgid:",
    };

    public static string TeamsAppPrefix(TeamsCloud cloud) => cloud switch
    {
        TeamsCloud.Dod => "28:dod:",
        TeamsCloud.Gcch => "28:gcch:",
        _ => "28:orgid:",
    };

    public static CallEndpoint Read(string text)
    {
        if (PhoneNumber.IsE164(text))
        {
            return new PhoneNumber(text);
        }

        return Tail(text, "4:") is { } number ? PhoneNumber.FromService(number)
            : IsCommunicationUser(text) ? new CommunicationUser(text)
            : Tail(text, "8:orgid:") is { } user ? new TeamsUser(user)
            : Tail(text, "8:dod:") is { } dodUser ? new TeamsUser(dodUser, TeamsCloud.Dod)
            : Tail(text, "8:gcch:") is { } gcchUser ? new TeamsUser(gcchUser, TeamsCloud.Gcch)
            : Tail(text, "8:teamsvisitor:") is { } visitor ? new TeamsUser(visitor, TeamsCloud.Public, isAnonymous: true)
            : Tail(text, "28:orgid:") is { } app ? new TeamsApp(app)
            : Tail(text, "28:dod:") is { } dodApp ? new TeamsApp(dodApp, TeamsCloud.Dod)
            : Tail(text, "28:gcch:") is { } gcchApp ? new TeamsApp(gcchApp, TeamsCloud.Gcch)
            : new UnknownEndpoint(text);
    }

    // Three parts after the prefix are a Teams phone extension user of a resource, which is kept by its raw id.
    private static bool IsCommunicationUser(string text) =>
        (text.StartsWith("8:acs:", StringComparison.Ordinal)
            || text.StartsWith("8:dod-acs:", StringComparison.Ordinal)
            || text.StartsWith("8:gcch-acs:", StringComparison.Ordinal)
            || text.StartsWith("8:spool:", StringComparison.Ordinal))
        && text.AsSpan().Count('_') < 2;

    private static string? Tail(string text, string prefix) =>
        text.Length > prefix.Length && text.StartsWith(prefix, StringComparison.Ordinal) ? text[prefix.Length..] : null;
}
