using CallFlows.Recognition;
using CallFlows.Testing;
using CallFlows.Testing.Activities;
using CallFlows.Testing.Assertions;
using CallFlows.Testing.Callers;

namespace CallFlows.Docs.Tests.Snippets.Testing;

public sealed class ReorderLineTests
{
    [Fact]
    public async Task Caller_SaysYes_OrdersOnce()
    {
        await using CallFlowTest test = CallFlowTest.For<ReorderLine>().Fake(out FakeActivity<SaveReorder> saved);
        saved.Returns(true);

        VirtualCaller caller = await test.CallAsync(from: "+14255550123", to: "+14255550100");
        await caller.Hears("six digit order number");
        await caller.Presses("424242");
        await caller.Hears("The same once more?");
        await caller.Presses(Tone.One);
        await caller.Hears("It is on its way");
        await caller.IsHungUpOn();

        saved.Should().HaveBeenRunOnce().Which.Number.Should().Be("424242");
    }

    [Fact]
    public async Task Caller_IsSilent_IsAskedAgainAndLetGo()
    {
        await using CallFlowTest test = CallFlowTest.For<ReorderLine>().Fake(out FakeActivity<SaveReorder> saved);

        VirtualCaller caller = await test.CallAsync();
        await caller.Hears("six digit order number");
        await caller.IsSilent();
        await caller.HearsNext("six digit order number");
        await caller.IsSilent();
        await caller.HearsNext("Please call again");
        await caller.IsHungUpOn();

        saved.Should().NotHaveBeenRun();
        test.Call.Should().HaveAskedForDigits().And.HaveNoDeadAirOver(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Books_AreSlow_CallerHearsTheTruthAllTheSame()
    {
        await using CallFlowTest test = CallFlowTest.For<ReorderLine>().Fake(out FakeActivity<SaveReorder> saved);
        saved.Takes(TimeSpan.FromSeconds(20)).Returns(request => request.Number == "424242");

        VirtualCaller caller = await test.CallAsync();
        caller.Whenever("six digit order number").Presses("707070");
        caller.Whenever("once more?").Presses(Tone.One);
        await caller.Hears("It is out of stock");
    }
}
