using CallFlows.Calls;

namespace CallFlows.Docs.Tests.Snippets.Rules;

/// <summary>Where code goes on.</summary>
internal static class CF1006
{
#pragma warning disable CF1006 // Here to show what is reported.
    public static async Task Wrong(Call call)
    {
        await call.PlayAsync("Hello.").ConfigureAwait(false);
        await call.HangUpAsync();
    }
#pragma warning restore CF1006

    public static async Task Right(Call call)
    {
        await call.PlayAsync("Hello.");
        await call.HangUpAsync();
    }
}
