using CallFlows.Endpoints;

namespace CallFlows.CrashTests.Flows;

/// <summary>Every caller has a colleague of their own to be connected with: nobody is busy by accident.</summary>
internal static class Colleagues
{
    private const string CallerPrefix = "+1425";
    private const string ColleaguePrefix = "+1206";

    public static string NumberOf(string caller) => ColleaguePrefix + caller[CallerPrefix.Length..];

    public static string CallerNumber(int index) => FormattableString.Invariant($"{CallerPrefix}{5_000_000 + index}");

    public static PhoneNumber Of(CallEndpoint? caller) => CallEndpoint.Phone(NumberOf(((PhoneNumber)caller!).Number));
}
