using System.Text.RegularExpressions;
using CallFlows.Endpoints;

namespace CallFlows.AspNetCore.Management;

/// <summary>Masks phone numbers wherever they stand in a text, in the form that endpoints are shown in.</summary>
internal static partial class PhoneMask
{
    public static string Apply(string text) =>
        Number().Replace(text, match => CallEndpoint.Parse($"4:{match.Value}").ToString());

    // In E.164, or as the tail of a raw id, which may lack the plus sign.
    [GeneratedRegex(@"\+[1-9][0-9]{6,14}|(?<=\b4:)[0-9]{7,15}", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
