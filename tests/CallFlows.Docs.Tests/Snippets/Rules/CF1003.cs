using CallFlows.Calls;
using CallFlows.Samples.Shop;

namespace CallFlows.Docs.Tests.Snippets.Rules;

/// <summary>Input and output.</summary>
internal static class CF1003
{
#pragma warning disable CF1003 // Here to show what is reported.
    public static async Task Wrong(Call call)
    {
        string status = File.ReadAllText("orders/123456.txt");
        await call.PlayAsync($"Your order is {status}.");
    }
#pragma warning restore CF1003

    public static async Task Right(Call call)
    {
        Order? order = await call.Flow.RunAsync(new FindOrder("123456"));
        await call.PlayAsync(order is null ? "I can't find that order." : $"Your order is {order.Status}.");
    }
}
