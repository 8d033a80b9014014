using CallFlows.Emulator.Switchboard;

namespace CallFlows.Emulator.Rest;

/// <summary>The documented limits of a customCallingContext (wire reference, 3.3); beyond them 400/8523.</summary>
internal static class HeaderRules
{
    private const string UserToUser = "User-To-User";
    private const int MaxSipHeaders = 5;
    private const int MaxVoipHeaders = 1000;
    private const int MaxName = 64;
    private const int MaxSipValue = 256;
    private const int MaxVoipValue = 1024;

    public static void Check(CustomHeaders headers)
    {
        CheckLengths(headers.Sip, "sipHeaders", MaxSipValue);
        CheckLengths(headers.Voip, "voipHeaders", MaxVoipValue);
        string[] custom = headers.Sip.Keys.Where(name => !name.Equals(UserToUser, StringComparison.OrdinalIgnoreCase)).ToArray();
        if (custom.FirstOrDefault(name => !name.StartsWith("X-", StringComparison.OrdinalIgnoreCase)) is { } wrong)
            throw ServiceFault.Invalid($"The field customCallingContext.sipHeaders has '{wrong}'; a SIP header is {UserToUser} or begins with X-.");
        if (custom.Length > MaxSipHeaders)
            throw ServiceFault.Invalid($"The field customCallingContext.sipHeaders has {custom.Length} custom headers; {MaxSipHeaders} are the most.");
        if (headers.Voip.Count > MaxVoipHeaders)
            throw ServiceFault.Invalid($"The field customCallingContext.voipHeaders has {headers.Voip.Count} headers; {MaxVoipHeaders} are the most.");
    }

    private static void CheckLengths(IReadOnlyDictionary<string, string> headers, string field, int maxValue)
    {
        foreach ((string name, string value) in headers)
        {
            if (name.Length is 0 or > MaxName || value is null || value.Length > maxValue)
            {
                throw ServiceFault.Invalid(
                    $"The field customCallingContext.{field} has a header whose name is longer than {MaxName} characters or whose value is longer than {maxValue}.");
            }
        }
    }
}
