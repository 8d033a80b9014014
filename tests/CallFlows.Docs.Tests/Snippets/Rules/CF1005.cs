using CallFlows.Calls;

namespace CallFlows.Docs.Tests.Snippets.Rules;

/// <summary>Delays.</summary>
internal static class CF1005
{
#pragma warning disable CF1005 // Here to show what is reported.
    public static async Task Wrong(Call call)
    {
        await call.HangUpAsync();
        await Task.Delay(TimeSpan.FromDays(7));
    }
#pragma warning restore CF1005

    public static async Task Right(Call call)
    {
        await call.HangUpAsync();
        await call.Flow.DelayAsync(TimeSpan.FromDays(7));
    }
}
