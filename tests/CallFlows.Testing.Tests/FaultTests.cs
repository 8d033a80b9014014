using System.Diagnostics;
using CallFlows.Calls;
using CallFlows.Calls.Asking;
using CallFlows.Durable;
using CallFlows.Emulator.Callbacks;
using CallFlows.Emulator.Faults;
using CallFlows.Emulator.Phones;
using CallFlows.Emulator.Rest;
using CallFlows.Engine;
using CallFlows.Flows;
using CallFlows.Testing.Hosting;

namespace CallFlows.Testing.Tests;

/// <summary>What goes wrong between the service and the application is not heard by the caller.</summary>
public sealed class FaultTests
{
    private const string Line = "+14255550100";
    private const string Caller = "+14255550123";

    public sealed class Counter : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            await call.PlayAsync("Welcome.");
            Digits digits = await call.AskDigitsAsync(AskDigits.Say("How many?").Exactly(2));
            await call.PlayAsync($"You said {digits.Value}. Goodbye.");
        }
    }

    [Theory, BothWays]
    public async Task Callbacks_AllComeTwice_HaveEffectOnce(bool replay)
    {
        await using CallFlowTestHost host = await StartAsync(replay, new FaultOptions { RepeatCallback = 1 });

        await CallAsync(host);

        DeliveriesById(host).Should().NotBeEmpty().And.OnlyContain(times => times.Count() == 2);
    }

    [Theory, BothWays]
    public async Task Callbacks_AreHeldUp_AreWaitedFor(bool replay)
    {
        await using CallFlowTestHost host = await StartAsync(
            replay, new FaultOptions { Seed = 7, DelayCallback = 1, LongestCallbackDelay = TimeSpan.FromSeconds(2) });

        await CallAsync(host);

        Wait(host, "Play", "PlayStarted").Should().BeGreaterThan(TimeSpan.FromMilliseconds(100));
    }

    [Theory, BothWays]
    public async Task Answers_ToPromptsAreLost_AreNotMissed(bool replay)
    {
        await using CallFlowTestHost host = await StartAsync(replay, new FaultOptions { LoseAnswer = 1, Actions = ["Play", "Recognize"] });

        string id = await CallAsync(host);

        (await DoubtsAsync(host, id)).Should().Be(3);
    }

    [Theory, BothWays]
    public async Task Answers_ToPromptsAreFailures_ChangeNothing(bool replay)
    {
        await using CallFlowTestHost host = await StartAsync(replay, new FaultOptions { FailAnswer = 1, Actions = ["Play", "Recognize"] });

        string id = await CallAsync(host);

        (await DoubtsAsync(host, id)).Should().Be(3);
    }

    [Fact]
    public async Task Faults_ChangedInTheMiddle_CountFromThenOn()
    {
        await using CallFlowTestHost host = await StartAsync(replay: false, new FaultOptions());
        await CallAsync(host);
        int before = host.Emulator.Deliveries.Entries.Count;
        DeliveriesById(host).Should().OnlyContain(times => times.Count() == 1);

        host.Emulator.Faults.Options = new FaultOptions { RepeatCallback = 1 };
        await CallAsync(host, "+14255550124");

        DeliveriesById(host).Skip(before).Should().NotBeEmpty().And.OnlyContain(times => times.Count() == 2);
    }

    [Fact]
    public async Task Answers_ThatAreToBeLate_AreRefusedAsTheClockStandsStillForThem() =>
        await FluentActions.Awaiting(() => StartAsync(replay: false, new FaultOptions { DelayAnswer = 0.1 }))
            .Should().ThrowAsync<ArgumentException>().WithMessage("*DelayAnswer*clock stands still*");

    [Fact]
    public async Task RulesForLateAnswers_AreRefusedAsTheClockStandsStillForThem() =>
        await FluentActions.Awaiting(() => CallFlowTestHost.StartAsync(
            flows => flows.Add<Counter>(),
            options => options.Emulator = emulator => emulator.FaultRules = [new FaultRule { Kind = FaultKind.HangAction }]))
            .Should().ThrowAsync<ArgumentException>().WithMessage("*HangAction*clock stands still*");

    [Theory, BothWays]
    public async Task Service_AsksForPatience_GetsItAndThePromptOnce(bool replay)
    {
        await using CallFlowTestHost host = await StartAsync(replay, new FaultOptions());
        host.Emulator.Faults.Add(new FaultRule
        {
            Kind = FaultKind.RefuseAction,
            Operations = ["Play"],
            Status = 429,
            RetryAfter = TimeSpan.FromSeconds(1),
            Count = 1,
        });
        // The gateway waits by the real clock, while that of the flow stands still.
        long start = Stopwatch.GetTimestamp();

        await CallAsync(host);

        Stopwatch.GetElapsedTime(start).Should().BeGreaterThan(TimeSpan.FromSeconds(0.9));
        host.Emulator.Faults.Rules.Should().ContainSingle().Which.Hits.Should().Be(1);
    }

    [Theory, BothWays]
    public async Task Answer_ToTheSecondPromptIsLost_IsNotPlayedTwice(bool replay)
    {
        await using CallFlowTestHost host = await StartAsync(replay, new FaultOptions());
        host.Emulator.Faults.Add(new FaultRule { Kind = FaultKind.LoseAnswer, Operations = ["Play"], Party = Caller, Skip = 1, Count = 1 });

        string id = await CallAsync(host);

        (await DoubtsAsync(host, id)).Should().Be(1);
    }

    [Theory]
    [InlineData(FaultKind.ReorderCallback, "PlayStarted")]
    [InlineData(FaultKind.ReorderCallback, "CallConnected")]
    [InlineData(FaultKind.DropCallback, "PlayStarted")]
    [InlineData(FaultKind.DropCallback, "PlayCompleted")]
    [InlineData(FaultKind.DropCallback, "CallDisconnected")]
    [InlineData(FaultKind.DelayCallback, "RecognizeCompleted")]
    [InlineData(FaultKind.RepeatCallback, "RecognizeCompleted")]
    public async Task Callbacks_OfOneEventGoWrong_ChangeNothingForTheCaller(FaultKind kind, string name)
    {
        await using CallFlowTestHost host = await StartAsync(replay: false, new FaultOptions());
        host.Emulator.Faults.Add(new FaultRule { Kind = kind, Events = [name] });

        await CallAsync(host);

        host.Emulator.Faults.Rules.Should().ContainSingle().Which.Hits.Should().BePositive();
    }

    [Fact]
    public async Task Caller_GivesUpJustBeforeTheAnswer_EndsTheFlowAsHungUp()
    {
        await using CallFlowTestHost host = await StartAsync(replay: false, new FaultOptions());
        host.Emulator.Faults.Add(new FaultRule { Kind = FaultKind.ExpireIncomingCall, Operations = ["AnswerCall"] });

        await host.Phone(Caller).CallAsync(Line);
        await host.RunUntilAsync(Task.Delay(TimeSpan.FromMinutes(1), host.Time));

        OrchestrationPage flows = await host.Orchestrations.QueryAsync(new OrchestrationQuery { PageSize = 1 });
        string id = flows.Instances.Should().ContainSingle().Which.InstanceId;
        (await host.RunUntilAsync(host.Flows.WaitAsync(id))).Outcome.Should().Be("caller hung up");
        host.Phone(Caller).Heard.Should().BeEmpty();
    }

    private static Task<CallFlowTestHost> StartAsync(bool replay, FaultOptions faults) => CallFlowTestHost.StartAsync(
        flows => flows.Add<Counter>(when => when.Called(Line)),
        options =>
        {
            options.ReplayAfterEveryEvent = replay;
            options.Emulator = emulator => emulator.Faults = faults;
        });

    /// <summary>Has somebody call, who hears and does what they should and nothing twice.</summary>
    private static async Task<string> CallAsync(CallFlowTestHost host, string caller = Caller)
    {
        PhoneRun run = host.Phone(caller).Run(
            PhoneScript.Create().Calls(Line).Hears("How many").Presses("42").Hears("You said 42", HearPoint.End).WaitsForHangUp());
        PhoneScriptResult result = await host.RunUntilAsync(run.Completion);

        result.IsCompleted.Should().BeTrue(result.ToString());
        host.Phone(caller).Heard.Select(prompt => prompt.Words).Should().Equal("Welcome.", "How many?", "You said 42. Goodbye.");
        OrchestrationPage flows = await host.Orchestrations.QueryAsync(new OrchestrationQuery { PageSize = 1 });
        string id = flows.Instances.Should().ContainSingle().Which.InstanceId;
        (await host.RunUntilAsync(host.Flows.WaitAsync(id))).Outcome.Should().Be("completed");
        // What comes after the end is delivered too, a second time where it must.
        await host.RunUntilAsync(Task.Delay(TimeSpan.FromMinutes(1), host.Time));
        return id;
    }

    private static IEnumerable<IGrouping<string, DeliveryLogEntry>> DeliveriesById(CallFlowTestHost host) =>
        host.Emulator.Deliveries.Entries.GroupBy(delivery => delivery.EventId);

    /// <summary>How long after an action an event was taken.</summary>
    private static TimeSpan Wait(CallFlowTestHost host, string action, string type)
    {
        ActionLogEntry sent = host.Emulator.Actions.Entries.First(entry => entry.Action == action);
        DeliveryLogEntry taken = host.Emulator.Deliveries.Entries.First(entry => entry.Type.EndsWith(type, StringComparison.Ordinal));
        return taken.At - sent.At;
    }

    /// <summary>How many answers the flow took for lost.</summary>
    private static async Task<int> DoubtsAsync(CallFlowTestHost host, string id)
    {
        IReadOnlyList<HistoryEvent> history = (await ((OrchestrationEngine)host.Orchestrations).GetHistoryAsync(id))!;
        return history.Count(e => e.Payload.ToString().Contains("\"mayHaveHappened\":true", StringComparison.Ordinal));
    }
}
