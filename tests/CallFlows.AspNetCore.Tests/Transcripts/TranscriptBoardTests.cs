using CallFlows.AspNetCore.Settings;
using CallFlows.AspNetCore.Tests.Server;
using CallFlows.AspNetCore.Transcripts;
using CallFlows.Calls;
using CallFlows.Calls.Transcripts;
using CallFlows.Endpoints;
using Microsoft.Extensions.Options;

namespace CallFlows.AspNetCore.Tests.Transcripts;

public sealed class TranscriptBoardTests
{
    private static TranscriptBoard Board(int maxLines = 100, int maxLinesPerFlow = 50)
    {
        CallFlowsServerOptions options = new();
        options.Transcripts.MaxLines = maxLines;
        options.Transcripts.MaxLinesPerFlow = maxLinesPerFlow;
        return new TranscriptBoard(Options.Create(options));
    }

    private static CallTranscriptEntry Line(string text) => new(FixedTime.Now, TranscriptKind.Prompt, "flow", text);

    private static CallTranscript Call(List<CallTranscriptEntry> entries, int number = 1) => new(
        number, CallDirection.Inbound, CallEndpoint.Phone("+14255550101"), CallEndpoint.Phone("+14255550199"), entries);

    private static void Say(TranscriptBoard board, string instanceId, List<CallTranscriptEntry> entries, string text, int number = 1)
    {
        entries.Add(Line(text));
        board.OnEntry(instanceId, "Line", Call(entries, number), entries[^1]);
    }

    private static IEnumerable<string> TextsOf(TranscriptBoard board, string instanceId, int call = 0) =>
        board.Find(instanceId)!.Calls[call].Entries.Select(entry => entry.Text);

    [Fact]
    public void Lines_AreKeptInOrder_ByFlowAndCall()
    {
        TranscriptBoard board = Board();
        List<CallTranscriptEntry> first = [];
        List<CallTranscriptEntry> second = [];

        Say(board, "flow-1", first, "a");
        Say(board, "flow-1", second, "x", number: 2);
        Say(board, "flow-1", first, "b");

        TextsOf(board, "flow-1").Should().Equal("a", "b");
        TextsOf(board, "flow-1", call: 1).Should().Equal("x");
        board.Find("flow-2").Should().BeNull();
    }

    [Fact]
    public void Snapshot_DoesNotChangeWhileTheFlowGoesOn()
    {
        TranscriptBoard board = Board();
        List<CallTranscriptEntry> entries = [];
        Say(board, "flow-1", entries, "a");

        FlowTranscript before = board.Find("flow-1")!;
        Say(board, "flow-1", entries, "b");

        before.Calls[0].Entries.Should().ContainSingle();
    }

    [Fact]
    public void FirstLineAfterARestart_BringsTheEarlierOnes()
    {
        TranscriptBoard board = Board();

        Say(board, "flow-1", [Line("a"), Line("b")], "c");

        TextsOf(board, "flow-1").Should().Equal("a", "b", "c");
    }

    [Fact]
    public void TurnThatIsDoneAgain_ReplacesItsLines()
    {
        TranscriptBoard board = Board();
        Say(board, "flow-1", [Line("a")], "b");

        Say(board, "flow-1", [Line("a")], "b");

        TextsOf(board, "flow-1").Should().Equal("a", "b");
        board.Find("flow-1")!.DroppedLines.Should().Be(0);
    }

    [Fact]
    public void Flow_WithTooManyLines_LosesItsOldest()
    {
        TranscriptBoard board = Board(maxLinesPerFlow: 3);
        List<CallTranscriptEntry> entries = [];

        foreach (string text in new[] { "a", "b", "c", "d", "e" })
        {
            Say(board, "flow-1", entries, text);
        }

        TextsOf(board, "flow-1").Should().Equal("c", "d", "e");
        board.Find("flow-1")!.DroppedLines.Should().Be(2);
    }

    [Fact]
    public void Board_ThatIsFull_ForgetsTheFlowThatWasSilentLongest()
    {
        TranscriptBoard board = Board(maxLines: 3);
        List<CallTranscriptEntry> first = [];
        Say(board, "flow-1", first, "a");
        Say(board, "flow-2", [], "x");
        Say(board, "flow-1", first, "b");

        Say(board, "flow-3", [], "y");

        board.Find("flow-2").Should().BeNull();
        TextsOf(board, "flow-1").Should().Equal("a", "b");
        TextsOf(board, "flow-3").Should().Equal("y");
    }
}
