using CallFlows.Calls;
using CallFlows.Flows;

namespace CallFlows.Docs.Tests.Snippets.Rules;

/// <summary>Static state.</summary>
internal static class CF1007
{
#pragma warning disable CF1007 // Here to show what is reported.
    private static int _callers;

    public static async Task Wrong(Call call)
    {
        _callers++;
        await call.PlayAsync($"You are caller number {_callers}.");
    }
#pragma warning restore CF1007

    public static async Task Right(Call call)
    {
        int number = await call.Flow.RunAsync(new CountCaller());
        await call.PlayAsync($"You are caller number {number}.");
    }

    /// <summary>An activity: its handler counts in a database.</summary>
    internal sealed record CountCaller : IActivity<int>;
}
