using CallFlows.Endpoints;

namespace CallFlows.Testing.Storyboards;

/// <summary>Numbers and raw ids in storyboards.</summary>
internal static class PartyNumbers
{
    /// <summary>Whether a text is a number in E.164, or a raw id.</summary>
    public static bool AreRead(string text) =>
        text.Contains(':', StringComparison.Ordinal)
            ? !text.Contains(' ', StringComparison.Ordinal) && CallEndpoint.TryParse(text, out _)
            : CallEndpoint.TryParse(text, out CallEndpoint? endpoint) && endpoint is PhoneNumber;

    /// <summary>A number or raw id in the one form in which it is compared.</summary>
    public static string Written(string text) => Written(CallEndpoint.Parse(text));

    /// <summary>A number as people write it, or a raw id.</summary>
    public static string Written(CallEndpoint endpoint) => endpoint is PhoneNumber { IsAnonymous: false } phone ? phone.Number : endpoint.RawId;
}
