using CallFlows.Calls;
using CallFlows.Samples.Shop;

namespace CallFlows.Docs.Tests.Snippets.Rules;

/// <summary>What a flow may wait for.</summary>
internal static class CF1009
{
#pragma warning disable CF1009 // Here to show what is reported.
    public static async Task Wrong(Call call, IShop shop)
    {
        Order? order = await shop.FindAsync("123456", CancellationToken.None);
        await call.PlayAsync($"Your order is {order?.Status ?? "unknown"}.");
    }
#pragma warning restore CF1009

    public static async Task Right(Call call)
    {
        Order? order = await call.Flow.RunAsync(new FindOrder("123456"));
        await call.PlayAsync($"Your order is {order?.Status ?? "unknown"}.");
    }
}
