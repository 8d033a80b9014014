using CallFlows.Calls;
using CallFlows.Durable;
using CallFlows.Endpoints;
using CallFlows.Flows;
using CallFlows.Testing.Exploration;

namespace CallFlows.Testing.Tests.Exploration;

/// <summary>What an exploration finds, and how it tells.</summary>
public sealed class ExplorationTests
{
    public sealed record Charge(int Euros) : IActivity<bool>;

    public sealed class Till
    {
        public int Charges { get; set; }
    }

    /// <summary>Charges again when it is delivered again.</summary>
    public sealed class ChargeHandler(Till till) : IActivityHandler<Charge, bool>
    {
        public Task<bool> HandleAsync(Charge request, ActivityContext context, CancellationToken cancellationToken)
        {
            till.Charges++;
            return Task.FromResult(true);
        }
    }

    public sealed class Cashier : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            await call.Flow.RunAsync(new Charge(5));
            await call.PlayAsync("Thank you.");
        }
    }

    [Fact]
    public async Task Activity_IsNotIdempotent_IsFoundByACrash()
    {
        ExplorationException found = await FindAsync(Cashiers());

        found.Result.Finding!.Problem.Should().Be("An invariant is broken: nobody is charged twice.");
        found.Result.Finding.Faults.Should().ContainSingle().Which.Should().Be("the process dies after activity 2, Charge, took effect and before that is stored");
        found.Message.Should().Contain("the process is back");
    }

    [Fact]
    public async Task Exploration_RunTwice_FindsTheSame()
    {
        string[] reports = await Task.WhenAll(Enumerable.Range(0, 4).Select(async number =>
            (await FindAsync(Cashiers(), options => options.Parallelism = 1 + number)).Message));

        reports.Distinct().Should().ContainSingle();
    }

    [Fact]
    public async Task Schedule_RunAlone_GoesWrongInTheSameWay()
    {
        ExplorationException found = await FindAsync(Cashiers());

        ExplorationException again = await FindAsync(Cashiers(), options => options.Only = found.Result.Finding!.Schedule);

        again.Result.Schedules.Should().Be(1);
        again.Result.Finding!.Transcript.Should().Be(found.Result.Finding!.Transcript);
    }

    [Fact]
    public async Task Schedule_ThatTheStoryDoesNotHave_IsRefused() => await FluentActions
        .Awaiting(() => Cashiers().ExploreAsync(CallAsync, options => options.Only = "Crash@CallbackTaken:99"))
        .Should().ThrowAsync<ArgumentException>().WithMessage("The story has no fault 'Crash@CallbackTaken:99'*");

    [Fact]
    public async Task Faults_ThatAreNotWanted_AreLeftOut()
    {
        ExplorationResult result = await Cashiers().ExploreAsync(CallAsync, options => options.Faults.Remove(FaultType.Crash));

        result.ByFault.Keys.Should().NotContain(FaultType.Crash).And.Contain(FaultType.HangUp);
        result.ToString().Should().EndWith("Nothing was found.");
    }

    [Fact]
    public async Task Service_SharedByAllRuns_IsRefused() => await FluentActions
        .Awaiting(() => CallFlowTest.For<Cashier>().With(new Till()).ExploreAsync(CallAsync))
        .Should().ThrowAsync<InvalidOperationException>().WithMessage("All runs would share one Till. Have each run make its own*");

    [Fact]
    public async Task Invariant_ThatThrows_IsFound()
    {
        ExplorationException found = await FindAsync(Cashiers().AtTheEnd("the impossible", _ => throw new InvalidOperationException("No.")));

        found.Result.Finding!.Problem.Should().Be("An invariant can't be told: the impossible: InvalidOperationException: No.");
    }

    [Fact]
    public async Task Crashes_ThreeInOneRun_AreSurvived()
    {
        ExplorationResult result = await CallFlowTest.For<Cashier>().With(() => new Till()).ExploreAsync(CallAsync, options =>
        {
            options.Depth = 3;
            options.MaxSchedules = 120;
            options.Faults.IntersectWith([FaultType.Crash]);
        });

        result.Schedules.Should().Be(120);
    }

    [Fact]
    public async Task Story_ThatDoesNotHoldByItself_IsFoundWithoutAnyFault()
    {
        ExplorationException found = await FindAsync(Cashiers(), story: async run =>
        {
            Callers.VirtualCaller caller = await run.CallAsync();
            await caller.Hears("You are welcome");
        });

        found.Message.Should().StartWith("The story does not go as it is written: caller waits to hear \"You are welcome\"")
            .And.Contain("Nothing had to go wrong for it.");
    }

    public sealed class Clingy : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            try
            {
                await call.PlayAsync("Hello.");
            }
            catch (CallEndedException)
            {
                await call.Flow.WaitForSignalAsync<string>("somebody cares");
            }
        }
    }

    [Fact]
    public async Task Flow_ThatOutlivesItsCaller_IsFoundByAHangUp()
    {
        ExplorationException found = await FindAsync(CallFlowTest.For<Clingy>(), story: run => run.CallAsync());

        found.Result.Finding!.Problem.Should().Match(
            "Everybody has hung up, and a flow does not end. Clingy waits at ExplorationTests.cs:* for WaitForSignalAsync somebody cares.");
        found.Result.Finding.Faults.Should().ContainSingle().Which.Should().StartWith("caller hangs up");
    }

    public sealed class Pushy : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            Dialed dialed = await call.Flow.DialAsync(CallEndpoint.Phone("+14255550190"), from: CallEndpoint.Phone("+14255550100"));
            await dialed.Call!.PlayAsync("Somebody waits for you.");
        }
    }

    [Fact]
    public async Task Flow_ThatNeverThoughtOfANo_IsFoundByADecline()
    {
        ExplorationException found = await FindAsync(
            CallFlowTest.For<Pushy>(),
            options =>
            {
                options.Faults.Clear();
                options.Faults.Add(FaultType.Decline);
            },
            async run =>
            {
                run.Phone("+14255550190", "agent").Answers();
                await run.CallAsync();
                await run.Phone("+14255550190").Hears("Somebody waits");
            });

        found.Result.Finding!.Problem.Should().StartWith("A flow fails: Pushy: ");
        found.Result.Finding.Faults.Should().Equal("agent declines call 1");
        found.Message.Should().Contain("the called party declines");
    }

    private static CallFlowTest Cashiers() => CallFlowTest.For<Cashier>()
        .With(() => new Till())
        .Always("nobody is charged twice", run => run.Get<Till>().Charges <= 1);

    private static async Task CallAsync(CallFlowTest run)
    {
        Callers.VirtualCaller caller = await run.CallAsync();
        await caller.Hears("Thank you");
        await caller.IsHungUpOn();
    }

    private static async Task<ExplorationException> FindAsync(
        CallFlowTest test, Action<ExplorationOptions>? configure = null, Func<CallFlowTest, Task>? story = null) =>
        (await FluentActions.Awaiting(() => test.ExploreAsync(story ?? CallAsync, configure)).Should().ThrowAsync<ExplorationException>()).Which;
}
