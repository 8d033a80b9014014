using CallFlows.Actions;

namespace CallFlows.Calls;

/// <summary>The service's rules for headers that travel with a call.</summary>
internal static class CallingContextRules
{
    private const string CustomPrefix = "X-";
    private const int MaxSipHeaders = 5;
    private const int MaxVoipHeaders = 1000;
    private const int MaxName = 64;
    private const int MaxSipValue = 256;
    private const int MaxVoipValue = 1024;

    /// <summary>Refuses what the service would refuse, with a clearer message and before anything is sent.</summary>
    public static void Check(CustomCallingContext? customContext)
    {
        if (customContext is null)
        {
            return;
        }

        string[] custom = [.. customContext.SipHeaders.Keys.Where(name => !name.Equals(CustomCallingContext.UserToUserHeader, StringComparison.OrdinalIgnoreCase))];
        if (Array.Find(custom, name => !name.StartsWith(CustomPrefix, StringComparison.OrdinalIgnoreCase)) is { } wrong)
        {
            throw Refusal($"A SIP header is {CustomCallingContext.UserToUserHeader} or begins with {CustomPrefix}; '{wrong}' does not.");
        }

        if (custom.Length > MaxSipHeaders)
        {
            throw Refusal($"A call takes {MaxSipHeaders} SIP headers beside {CustomCallingContext.UserToUserHeader}; these are {custom.Length}.");
        }

        if (customContext.VoipHeaders.Count > MaxVoipHeaders)
        {
            throw Refusal($"A call takes {MaxVoipHeaders} VoIP headers; these are {customContext.VoipHeaders.Count}.");
        }

        CheckLengths(customContext.SipHeaders, "SIP", MaxSipValue);
        CheckLengths(customContext.VoipHeaders, "VoIP", MaxVoipValue);
    }

    // Values may be about people, so only names are told.
    private static void CheckLengths(IReadOnlyDictionary<string, string> headers, string kind, int maxValue)
    {
        foreach ((string name, string value) in headers)
        {
            if (name.Length is 0 or > MaxName)
            {
                throw Refusal($"The name of a {kind} header has 1 to {MaxName} characters; '{name}' has {name.Length}.");
            }

            if (value is null || value.Length > maxValue)
            {
                throw Refusal($"The value of a {kind} header has up to {maxValue} characters; that of '{name}' has {value?.Length.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none"}.");
            }
        }
    }

    private static ArgumentException Refusal(string message) => new(message, "customContext");
}
