using CallFlows.Calls;

namespace CallFlows.Docs.Tests.Snippets.Rules;

/// <summary>The time.</summary>
internal static class CF1001
{
#pragma warning disable CF1001 // Here to show what is reported.
    public static async Task Wrong(Call call)
    {
        if (DateTime.UtcNow.Hour >= 17)
        {
            await call.PlayAsync("We are closed.");
        }
    }
#pragma warning restore CF1001

    public static async Task Right(Call call)
    {
        if (call.Flow.UtcNow.Hour >= 17)
        {
            await call.PlayAsync("We are closed.");
        }
    }
}
