using CallFlows.Calls;
using CallFlows.Samples.Shop;

namespace CallFlows.Docs.Tests.Snippets.Rules;

/// <summary>Threads.</summary>
internal static class CF1004
{
#pragma warning disable CF1004 // Here to show what is reported.
    public static async Task Wrong(Call call)
    {
        int price = await Task.Run(() => Enumerable.Range(1, 1_000_000).Max());
        await call.PlayAsync($"That makes {price} dollars.");
    }
#pragma warning restore CF1004

    public static async Task Right(Call call)
    {
        Task<Order?> order = call.Flow.RunAsync(new FindOrder("123456"));
        await Task.WhenAll(order, call.PlayAsync("One moment, please."));
        await call.PlayAsync($"Your order is {(await order)?.Status ?? "unknown"}.");
    }
}
