using CallFlows.Samples.Shop;
using CallFlows.Testing;
using CallFlows.Testing.Callers;
using CallFlows.Testing.Exploration;

namespace CallFlows.Benchmarks.Testing;

/// <summary>A customer keys an order's number in, hears where it is, and is handed over.</summary>
internal static class OrderStory
{
    /// <summary>One whole call, world and all.</summary>
    public static async Task RunOnceAsync()
    {
        await using CallFlowTest test = Shop();
        await TellAsync(test);
        await test.CompleteAsync();
    }

    /// <summary>Every schedule with one fault.</summary>
    public static Task<ExplorationResult> ExploreAsync() => Shop()
        .Always("a call back is noted at most once", run => ((InMemoryShop)run.Get<IShop>()).Callbacks.Count <= 1)
        .ExploreAsync(TellAsync);

    private static CallFlowTest Shop() => CallFlowTest.For<OrderLine>().With<IShop>(() => new InMemoryShop(new Order("123456", "on its way")));

    private static async Task TellAsync(CallFlowTest run)
    {
        VirtualCaller sales = run.Phone("+14255550190", "sales");
        sales.Answers();
        VirtualCaller customer = await run.CallAsync();
        await customer.Hears("six digit order number");
        await customer.Presses("123456");
        await customer.Hears("If that is right press 1");
        await customer.Presses("1");
        await customer.Hears("Your order is on its way");
        await customer.Hears("To speak to someone press 0");
        await customer.Presses("0");
        await sales.IsAnswered();
    }
}
