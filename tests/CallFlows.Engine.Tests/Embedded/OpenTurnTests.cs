using System.Threading.Channels;
using CallFlows.Durable;

namespace CallFlows.Engine.Tests.Embedded;

/// <summary>While a commit waits to be written, its turn takes in what happens; once the store has sealed it, the next turn does.</summary>
public sealed class OpenTurnTests : EmbeddedEngineTest
{
    private readonly FailingStore _store = new() { LeavesCommitsOpen = true };
    private readonly Channel<string> _heard = Channel.CreateUnbounded<string>();

    public OpenTurnTests()
    {
        Store = _store;
        Orchestrator("flow", async context =>
        {
            string heard = "";
            while (heard.Length < 3)
            {
                string tone = (await context.WaitForExternalEventAsync("tone")).To<string>()!;
                heard += tone;
                _heard.Writer.TryWrite(tone);
            }

            return heard;
        });
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public async Task Events_ThatComeWhileACommitWaits_ShareItAsLongAsItIsOpen(bool isOpen, int commits)
    {
        _store.LeavesCommitsOpen = isOpen;
        await StartEngineAsync();
        await StartFlowAsync();
        int before = _store.Commits;
        _store.HoldCommits();

        Task<RaiseEventResult> first = Raise("a");
        await _store.CommitHeldAsync().WaitAsync(Guard);
        Task<RaiseEventResult> second = Raise("b");
        (await HeardAsync()).Should().Be("a");
        if (isOpen)
        {
            (await HeardAsync()).Should().Be("b");
        }

        first.IsCompleted.Should().BeFalse("nothing is durable yet");
        second.IsCompleted.Should().BeFalse("nothing is durable yet");
        _store.ReleaseCommits();

        (await first.WaitAsync(Guard)).Should().Be(RaiseEventResult.Accepted);
        (await second.WaitAsync(Guard)).Should().Be(RaiseEventResult.Accepted);
        (_store.Commits - before).Should().Be(commits);
    }

    [Fact]
    public async Task Instance_WhoseTurnTookMoreIn_IsTheSameAfterAReplay()
    {
        await StartEngineAsync();
        await StartFlowAsync();
        _store.HoldCommits();
        Task first = Raise("a");
        await _store.CommitHeldAsync().WaitAsync(Guard);
        Task second = Raise("b");
        await HeardAsync();
        await HeardAsync();
        _store.ReleaseCommits();
        await Task.WhenAll(first, second).WaitAsync(Guard);
        await Engine.SettleAsync();

        Engine.Engine.DropLiveExecutions();
        (await Raise("a", "event a")).Should().Be(RaiseEventResult.Duplicate);
        await RaiseAsync("tone", "c");

        (await StateAsync()).Output.To<string>().Should().Be("abc");
    }

    [Fact]
    public async Task Event_ThatCantBeTakenIn_TakesTheWholeTurnWithIt()
    {
        await StartEngineAsync();
        await StartFlowAsync();
        _store.HoldCommits();
        Task<RaiseEventResult> first = Raise("a");
        await _store.CommitHeldAsync().WaitAsync(Guard);

        Task failed = Clock.FailOnce();
        Task<RaiseEventResult> second = Raise("b");
        await failed.WaitAsync(Guard);
        _store.ReleaseCommits();

        await FluentActions.Awaiting(() => first.WaitAsync(Guard)).Should().ThrowAsync<InvalidOperationException>();
        await FluentActions.Awaiting(() => second.WaitAsync(Guard)).Should().ThrowAsync<InvalidOperationException>();
        foreach (string tone in new[] { "a", "b", "c" })
        {
            (await Raise(tone).WaitAsync(Guard)).Should().Be(RaiseEventResult.Accepted, "what was lost may come again");
        }

        await Engine.SettleAsync();
        (await StateAsync()).Output.To<string>().Should().Be("abc");
    }

    [Fact]
    public async Task State_WhileACommitWaits_IsWhatTheStoreHas()
    {
        await StartEngineAsync();
        await StartFlowAsync();
        await RaiseAsync("tone", "a");
        await RaiseAsync("tone", "b");
        _store.HoldCommits();
        Task last = Raise("c");
        await _store.CommitHeldAsync().WaitAsync(Guard);

        (await StateAsync()).Status.Should().Be(OrchestrationStatus.Running);
        _store.ReleaseCommits();
        await last.WaitAsync(Guard);

        (await StateAsync()).Status.Should().Be(OrchestrationStatus.Completed);
    }

    [Fact]
    public async Task State_OfAnInstanceThatWasPurgedAndStartedAgain_IsTheNewOnes()
    {
        await StartEngineAsync();
        await StartFlowAsync();
        foreach (string tone in new[] { "a", "b", "c" })
        {
            await RaiseAsync("tone", tone);
        }

        (await StateAsync()).Status.Should().Be(OrchestrationStatus.Completed);
        (await Client.PurgeAsync("one")).Should().BeTrue();
        (await Client.GetAsync("one")).Should().BeNull();
        await StartFlowAsync();

        (await StateAsync()).Status.Should().Be(OrchestrationStatus.Running);
    }

    private Task<RaiseEventResult> Raise(string tone, string? eventId = null) =>
        Client.RaiseEventAsync("one", "tone", eventId ?? $"event {tone}", Payload.From(tone));

    private async Task<string> HeardAsync() => await _heard.Reader.ReadAsync().AsTask().WaitAsync(Guard);
}
