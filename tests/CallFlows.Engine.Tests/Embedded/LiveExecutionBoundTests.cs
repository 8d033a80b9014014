using CallFlows.Durable;
using CallFlows.Engine.Tests.Time;

namespace CallFlows.Engine.Tests.Embedded;

/// <summary>Waiting executions leave memory when they take too much of it, or when nothing happens to them.</summary>
public sealed class LiveExecutionBoundTests : EmbeddedEngineTest
{
    private static readonly string Large = new('x', 100_000);

    private readonly ManualTimeProvider _realTime = new();
    private int _starts;

    [Fact]
    public async Task LargeExecutions_StayWithinTheBytes()
    {
        KeepTalking();
        await StartEngineAsync(new EngineOptions { MaxLiveExecutionBytes = 350_000 });
        for (int i = 0; i < 10; i++)
        {
            await StartFlowAsync(Large, $"i{i}");
        }

        Engine.Engine.LiveExecutionCount.Should().Be(3);
        Engine.Engine.LiveExecutionBytes.Should().BeInRange(300_000, 350_000);
        await RaiseAsync("tone", id: "i9");
        _starts.Should().Be(10, "the one that ran last is still in memory");
        await RaiseAsync("tone", id: "i0");
        _starts.Should().Be(11, "the one that ran first is not");
    }

    [Fact]
    public async Task ExecutionThatGrows_PushesOthersOut()
    {
        KeepTalking();
        await StartEngineAsync(new EngineOptions { MaxLiveExecutionBytes = 350_000 });
        await StartFlowAsync(Large, "quiet");
        await StartFlowAsync(null, "busy");

        for (int i = 0; i < 3; i++)
        {
            Engine.Engine.LiveExecutionCount.Should().Be(2);
            await RaiseAsync("tone", Large, id: "busy");
        }

        Engine.Engine.LiveExecutionCount.Should().Be(1);
        await RaiseAsync("tone", id: "busy");
        _starts.Should().Be(2, "the one that grew runs on without a replay");
    }

    [Fact]
    public async Task RebuiltExecution_WeighsWhatItWeighedBefore()
    {
        KeepTalking();
        await StartEngineAsync();
        await StartFlowAsync(Large);
        await RaiseAsync("tone", Large);
        long before = Engine.Engine.LiveExecutionBytes;

        await Engine.DropLiveExecutionsAsync();
        Engine.Engine.LiveExecutionBytes.Should().Be(0);
        await RaiseAsync("tone", "x");

        Engine.Engine.LiveExecutionBytes.Should().BeInRange(before + 1, before + 10);
    }

    [Fact]
    public async Task ExecutionThatGoesOnAsNew_WeighsOnlyItsNewHistory()
    {
        Orchestrator("flow", async context =>
        {
            await context.WaitForExternalEventAsync("tone");
            context.ContinueAsNew(Payload.Null);
            return null;
        });
        await StartEngineAsync();
        await StartFlowAsync();
        long before = Engine.Engine.LiveExecutionBytes;

        await RaiseAsync("tone", Large);

        Engine.Engine.LiveExecutionBytes.Should().Be(before);
    }

    [Fact]
    public async Task OneExecution_LargerThanAllThatIsAllowed_StaysAlone()
    {
        KeepTalking();
        await StartEngineAsync(new EngineOptions { MaxLiveExecutionBytes = 1 });
        await StartFlowAsync(Large, "other");

        await StartFlowAsync(Large);
        await RaiseAsync("tone");

        Engine.Engine.LiveExecutionCount.Should().Be(1);
        _starts.Should().Be(2, "rebuilding it for every event would make long calls slow");
    }

    [Fact]
    public async Task IdleExecution_IsDroppedAndComesBackWithItsNextEvent()
    {
        KeepTalking();
        await StartEngineAsync(new EngineOptions { RealTime = _realTime, LiveExecutionIdleTime = TimeSpan.FromSeconds(80) });
        await StartFlowAsync(id: "quiet");
        await StartFlowAsync(id: "busy");
        Pass(seconds: 70);
        await RaiseAsync("tone", id: "busy");

        Pass(seconds: 10);
        Engine.Engine.LiveExecutionCount.Should().Be(1, "one of them has rested for 80 seconds");
        Pass(seconds: 79);
        Engine.Engine.LiveExecutionCount.Should().Be(0);

        _starts.Should().Be(2);
        await RaiseAsync("tone", id: "quiet");
        _starts.Should().Be(3);
        Engine.Engine.LiveExecutionCount.Should().Be(1);
    }

    [Fact]
    public async Task NothingInMemory_LeavesNoTimer()
    {
        Orchestrator("flow", async context => (await context.WaitForExternalEventAsync("tone")).ToString());
        await StartEngineAsync(new EngineOptions { RealTime = _realTime });
        _realTime.NextDue.Should().BeNull();
        await StartFlowAsync(id: "ends");
        _realTime.NextDue.Should().Be(_realTime.GetUtcNow().AddMinutes(1));

        await RaiseAsync("tone", id: "ends");
        _realTime.NextDue.Should().BeNull();

        await StartFlowAsync(id: "waits");
        Pass(seconds: 60);
        _realTime.NextDue.Should().BeNull();
    }

    [Fact]
    public async Task IdleTime_Infinite_KeepsExecutions()
    {
        KeepTalking();
        await StartEngineAsync(new EngineOptions { RealTime = _realTime, LiveExecutionIdleTime = Timeout.InfiniteTimeSpan });

        await StartFlowAsync();

        _realTime.NextDue.Should().BeNull();
        Engine.Engine.LiveExecutionCount.Should().Be(1);
    }

    private void KeepTalking() => Orchestrator("flow", async context =>
    {
        Interlocked.Increment(ref _starts);
        while (true)
        {
            await context.WaitForExternalEventAsync("tone");
        }
    });

    private void Pass(int seconds)
    {
        DateTimeOffset target = _realTime.GetUtcNow().AddSeconds(seconds);
        while (_realTime.NextDue is { } due && due <= target)
        {
            _realTime.MoveTo(due);
        }

        _realTime.MoveTo(target);
    }
}
