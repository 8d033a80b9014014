using CallFlows.Durable;
using CallFlows.Engine.Tests.Time;
using CallFlows.Functions.Durable;
using Microsoft.Extensions.Logging.Abstractions;

namespace CallFlows.Functions.Tests.Durable;

public sealed class ActivityRunnerTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly DurableRegistry _registry = new();

    [Fact]
    public async Task Activity_ThatFails_ReturnsItsFailureAsData()
    {
        _registry.AddActivity("save", (_, _) => throw new InvalidOperationException("The disk is full.", new IOException("No space.")));

        ActivityOutcome outcome = await RunAsync("save");

        outcome.Failure!.ErrorType.Should().Be("System.InvalidOperationException");
        outcome.Failure.Message.Should().Be("The disk is full.");
        outcome.Failure.Inner!.ErrorType.Should().Be("System.IO.IOException");
    }

    [Fact]
    public async Task Activity_BrokenOffAsTheHostStops_HasNoResult()
    {
        // The host takes a failed function for one to be delivered again only while it stops; a failure as data would be the activity's last word.
        using CancellationTokenSource stopping = new();
        _registry.AddActivity("save", async (_, cancellationToken) =>
        {
            await stopping.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
            return Payload.Null;
        });

        Func<Task> run = () => RunAsync("save", cancellationToken: stopping.Token);

        await run.Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task Activity_ThatNobodyRegistered_FailsAndSaysWhatToDo() =>
        (await RunAsync("save")).Failure!.Message.Should().Contain("'save'").And.Contain("AddCallFlows");

    [Fact]
    public async Task Activity_Delivered_KnowsWhatItWasScheduledWith()
    {
        ActivityContext? seen = null;
        _registry.AddActivity("save", (context, _) =>
        {
            seen = context;
            return Task.FromResult(Payload.From(7));
        });

        ActivityOutcome outcome = await RunAsync("save");

        outcome.Result.To<int>().Should().Be(7);
        seen.Should().Be(new ActivityContext("one", "save", "execution", 2, Payload.From("input")));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(10, false)]
    [InlineData(11, true)]
    [InlineData(300, true)]
    public async Task Activity_DeliveredLate_IsTakenForDeliveredBefore(int secondsLate, bool redelivered)
    {
        bool? seen = null;
        _registry.AddActivity("play", (context, _) =>
        {
            seen = context.IsRedelivered;
            return Task.FromResult(Payload.Null);
        });

        await RunAsync("play", secondsLate);

        seen.Should().Be(redelivered);
    }

    private Task<ActivityOutcome> RunAsync(string name, int secondsLate = 0, CancellationToken cancellationToken = default)
    {
        ActivityRunner runner = new(_registry, _clock, NullLogger<ActivityRunner>.Instance);
        ActivityCall call = new("one", name, "execution", 2, _clock.GetUtcNow().AddSeconds(-secondsLate), Payload.From("input"), "Flow.cs:7");
        return runner.RunAsync(call, cancellationToken);
    }
}
