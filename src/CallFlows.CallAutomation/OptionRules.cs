using System.Diagnostics.CodeAnalysis;

namespace CallFlows.CallAutomation;

internal static class OptionRules
{
    public static void Require([DoesNotReturnIf(false)] bool condition, string setting, object? value, string allowed)
    {
        if (!condition)
            throw new CallAutomationOptionsException(setting, value, allowed);
    }

    public static void RequireHttp(Uri uri, string setting, bool httpsOnly)
    {
        bool usable = uri.IsAbsoluteUri && (uri.Scheme == Uri.UriSchemeHttps || (!httpsOnly && uri.Scheme == Uri.UriSchemeHttp))
            && uri.UserInfo.Length == 0 && uri.Query.Length == 0 && uri.Fragment.Length == 0;
        Require(usable, setting, uri, $"Use an absolute {(httpsOnly ? "https" : "http or https")} address without user, query or fragment.");
    }
}
