using CallFlows.Engine.Store;

namespace CallFlows.Engine.Tests.Store;

public sealed class HistoryPiecesTests
{
    private int _events;

    [Theory]
    [InlineData(1, 10)]
    [InlineData(1, 1_024)]
    [InlineData(1, 1_025)]
    [InlineData(3, 2_000)]
    [InlineData(5_000, 3)]
    public void History_OfManyCommits_ComesBackInOrder(int perCommit, int commits)
    {
        HistoryPieces history = new();
        List<HistoryEvent> all = [];
        for (int i = 0; i < commits; i++)
        {
            HistoryEvent[] events = [.. Enumerable.Range(0, perCommit).Select(_ => Next())];
            history.Add(events);
            all.AddRange(events);
        }

        history.ToList().Should().Equal(all);
    }

    [Fact]
    public void History_Cleared_BeginsAgain()
    {
        HistoryPieces history = new();
        history.Add([.. Enumerable.Range(0, 3_000).Select(_ => Next())]);
        history.Clear();
        HistoryEvent one = Next();
        history.Add([one]);

        history.ToList().Should().Equal(one);
    }

    private HistoryEvent Next() => new() { Type = HistoryEventType.EventRaised, Time = DateTimeOffset.UnixEpoch, EventId = $"event-{++_events}" };
}
