using CallFlows.Recognition;
using CallFlows.Samples.Shop;
using CallFlows.Testing.Callers;
using CallFlows.Testing.Exploration;

namespace CallFlows.Testing.Tests.Exploration;

/// <summary>The shop's line with something going wrong at every point: <see cref="OrderLine"/>.</summary>
public sealed class OrderExplorationTests
{
    [Fact]
    public async Task OrderLine_Explored_KeepsItsPromises()
    {
        await using CallFlowTest test = Shop();

        ExplorationResult result = await test.ExploreAsync(CustomerWantsSomeoneAsync);

        result.Finding.Should().BeNull();
        result.Schedules.Should().BeGreaterThanOrEqualTo(200);
        result.ByFault.Keys.Should().BeEquivalentTo(Enum.GetValues<FaultType>());
    }

    [Fact]
    public async Task OrderLine_ExploredWithTwoFaultsAtATime_KeepsItsPromises()
    {
        await using CallFlowTest test = Shop();

        ExplorationResult result = await test.ExploreAsync(CustomerWantsSomeoneAsync, options =>
        {
            options.Depth = 2;
            options.MaxSchedules = 300;
        });

        result.Schedules.Should().Be(300);
    }

    private static CallFlowTest Shop() => CallFlowTest.For<OrderLine>()
        .With<IShop>(() => new InMemoryShop(new Order("123456", "on its way")))
        .Always("a call back is noted at most once", run => ((InMemoryShop)run.Get<IShop>()).Callbacks.Count <= 1)
        .AtTheEnd("whoever was told of a call back gets one", run =>
            !run.Phone("+14255550123").Heard.Any(heard => heard.Contains("We will call you back", StringComparison.Ordinal))
            || !run.Happenings.Any(happening => happening.Text.Contains("has heard \"Nobody is free", StringComparison.Ordinal))
            || ((InMemoryShop)run.Get<IShop>()).Callbacks.Count == 1);

    private static async Task CustomerWantsSomeoneAsync(CallFlowTest run)
    {
        VirtualCaller sales = run.Phone("+14255550190", "sales");
        sales.Declines();
        VirtualCaller customer = await run.CallAsync();
        await customer.Hears("six digit order number");
        await customer.Presses("123465");
        await customer.Hears("If that is right press 1");
        await customer.Presses(Tone.Two);
        await customer.Hears("six digit order number");
        await customer.Presses("123456");
        await customer.Hears("If that is right press 1");
        await customer.Presses(Tone.One);
        await customer.Hears("Your order is on its way");
        await customer.Hears("To speak to someone press 0");
        await customer.Presses(Tone.Zero);
        await customer.Hears("Nobody is free right now");
        await customer.IsHungUpOn();
    }
}
