using CallFlows.Samples.Shop;
using CallFlows.Testing.Callers;

namespace CallFlows.Testing.Tests.Kit;

/// <summary>Every run of a test is the same, whatever the threads do.</summary>
public sealed class DeterminismTests
{
    [Fact]
    public async Task Call_RunManyTimesSideBySide_IsTheSameToTheMillisecond()
    {
        string[] runs = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => RunAsync(replay: false)));

        runs.Distinct().Should().ContainSingle();
    }

    [Fact]
    public async Task Call_ReplayedAfterEveryEvent_IsTheSame() =>
        (await RunAsync(replay: true)).Should().Be(await RunAsync(replay: false));

    private static async Task<string> RunAsync(bool replay)
    {
        await using CallFlowTest test = CallFlowTest.For<OrderLine>().With<IShop>(new InMemoryShop(new Order("123456", "on its way")));
        if (replay)
        {
            test.ReplayedAfterEveryEvent();
        }

        VirtualCaller sales = test.Phone("+14255550190", "sales");
        sales.Declines();
        VirtualCaller caller = await test.CallAsync();
        caller.Whenever("order number").Presses("123456");
        caller.Whenever("press 1").Presses("1");
        caller.Whenever("press 0").Presses("0");
        await caller.Hears("Nobody is free");
        await caller.IsHungUpOn();
        await test.CompleteAsync();
        return string.Join('\n', test.Happenings.Select(happening => $"{happening.At} {happening.Kind} {happening.Who} {happening.Text} {happening.CallConnectionId}"));
    }
}
