using CallFlows.Durable;
using CallFlows.Engine.Tests.Embedded;
using CallFlows.Flows;

namespace CallFlows.Engine.Tests.Replaying;

/// <summary>Code is held to the decisions of a history, to its end; where it departs is told as data.</summary>
public sealed class HistoryReplayTests : EmbeddedEngineTest
{
    private readonly DurableRegistry _now = new();

    private static async Task<object?> OrderAsync(OrchestrationContext context)
    {
        await context.CallActivityAsync("save", Payload.From(1), new ActivityOptions { Source = "Order.cs:10" });
        await context.CreateTimerAsync(context.CurrentUtcDateTime.AddSeconds(1), source: "Order.cs:11");
        string said = (await context.WaitForExternalEventAsync("go")).To<string>()!;
        return said == "fail" ? throw new FormatException("failed as asked") : said;
    }

    private async Task<RecordedHistory> RecordAsync(string? said = "well", Func<OrchestrationContext, Task<object?>>? code = null)
    {
        Orchestrator("flow", code ?? OrderAsync);
        Activity("save", _ => null);
        await StartEngineAsync();
        await StartFlowAsync();
        await Engine.AdvanceAsync(TimeSpan.FromMinutes(1));
        if (said is not null)
        {
            await RaiseAsync("go", said);
        }

        return (await Engine.Engine.ExportAsync("one", new HistoryRedaction().Keep("go")))!;
    }

    private HistoryDeparture? Find(RecordedHistory history, Func<OrchestrationContext, Task<object?>> code)
    {
        _now.AddOrchestrator("flow", async context => Payload.FromObject(await code(context)));
        return HistoryReplay.FindDeparture(history, _now);
    }

    [Theory]
    [InlineData("well", OrchestrationStatus.Completed)]
    [InlineData("fail", OrchestrationStatus.Failed)]
    [InlineData(null, OrchestrationStatus.Running)]
    public async Task SameCode_OverAnyHistory_Fits(string? said, OrchestrationStatus status)
    {
        RecordedHistory history = await RecordAsync(said);

        history.Status.Should().Be(status);
        Find(history, OrderAsync).Should().BeNull();
    }

    [Fact]
    public async Task OtherCode_IsToldAsData()
    {
        RecordedHistory history = await RecordAsync();

        HistoryDeparture? departure = Find(history, async context =>
        {
            await context.CallActivityAsync("save", Payload.Null, new ActivityOptions { Source = "Order.cs:10" });
            await context.CallSubOrchestrationAsync("more", Payload.Null, new SubOrchestrationOptions { Source = "Order.cs:12" });
            return null;
        });

        departure.Should().Be(new HistoryDeparture
        {
            EventNumber = 4,
            Event = "a timer",
            HistorySource = "Order.cs:11",
            Made = "sub-orchestration 'more'",
            CodeSource = "Order.cs:12",
            Message = "event 4 of the history is a timer at Order.cs:11, but the code makes sub-orchestration 'more' at Order.cs:12",
        });
    }

    [Fact]
    public async Task CodeThatCompletesWhereTheHistoryFailed_Departs()
    {
        RecordedHistory history = await RecordAsync("fail");

        HistoryDeparture? departure = Find(history, async context =>
        {
            try
            {
                return await OrderAsync(context);
            }
            catch (FormatException)
            {
                return "mended";
            }
        });

        departure!.Message.Should().Be("event 7 of the history is the end of the flow with an error (FormatException), but the code ends");
    }

    [Fact]
    public async Task CodeThatFailsWithAnotherError_Departs()
    {
        RecordedHistory history = await RecordAsync("fail");

        HistoryDeparture? departure = Find(history, async context =>
        {
            try
            {
                return await OrderAsync(context);
            }
            catch (FormatException)
            {
                throw new InvalidOperationException("other");
            }
        });

        departure!.Message.Should().Be(
            "event 7 of the history is the end of the flow with an error (FormatException), but the code fails with InvalidOperationException (other)");
    }

    [Fact]
    public async Task CodeThatContinuesAsNewWhereTheHistoryEnds_Departs()
    {
        RecordedHistory history = await RecordAsync();

        HistoryDeparture? departure = Find(history, async context =>
        {
            await OrderAsync(context);
            context.ContinueAsNew(Payload.Null);
            return null;
        });

        departure!.Message.Should().Be("event 7 of the history is the end of the flow, but the code continues as new");
    }

    [Fact]
    public async Task CodeThatEndsWhereALiveHistoryWaits_Departs()
    {
        RecordedHistory history = await RecordAsync(said: null);

        HistoryDeparture? departure = Find(history, async context =>
        {
            await context.CallActivityAsync("save", Payload.Null);
            await context.CreateTimerAsync(context.CurrentUtcDateTime.AddSeconds(1));
            return null;
        });

        departure!.Message.Should().Be("the history goes on waiting after its last event, 5, but the code ends");
        departure.EventNumber.Should().BeNull();
    }

    [Fact]
    public async Task CodeThatDecidesMoreWhereALiveHistoryWaits_Departs()
    {
        RecordedHistory history = await RecordAsync(said: null);

        HistoryDeparture? departure = Find(history, async context =>
        {
            await context.CallActivityAsync("save", Payload.Null);
            await context.CreateTimerAsync(context.CurrentUtcDateTime.AddSeconds(1));
            await context.CallActivityAsync("save", Payload.Null, new ActivityOptions { Source = "Order.cs:13" });
            return null;
        });

        departure!.Message.Should().Be("the history goes on waiting after its last event, 5, but the code makes activity 'save' at Order.cs:13");
    }

    [Fact]
    public async Task CodeThatAwaitsAForeignTask_IsToldInTheEnginesWords()
    {
        RecordedHistory history = await RecordAsync();

        HistoryDeparture? departure = Find(history, async _ =>
        {
            await new TaskCompletionSource().Task;
            return null;
        });

        departure!.Message.Should().Match("Orchestrator 'flow' waits at HistoryReplayTests.cs:* for something that no activity, timer, event*");
    }

    [Fact]
    public async Task CallAction_OfAnotherKindInTheSamePlace_IsSeenHereAndNotByTheEngine()
    {
        static Func<OrchestrationContext, Task<object?>> Code(string action) => async context =>
        {
            await context.CallActivityAsync(FlowActivities.CallAction, Payload.From(new { action = new { action } }));
            return (await context.WaitForExternalEventAsync("go")).To<string>();
        };
        string kind = "play";
        Activity(FlowActivities.CallAction, _ => null);
        RecordedHistory history = await RecordAsync(said: null, context => Code(kind)(context));

        kind = "recognize";
        Engine.Engine.DropLiveExecutions();
        await RaiseAsync("go", "on");

        (await StateAsync()).Status.Should().Be(OrchestrationStatus.Completed, "to the engine all call actions are one activity");
        Find(history, Code("recognize"))!.Message.Should().StartWith("event 2 of the history is the call action 'play', but the code makes the call action 'recognize'");
    }
}
