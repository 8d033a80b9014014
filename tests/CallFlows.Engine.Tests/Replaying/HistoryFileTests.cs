using System.Text;
using CallFlows.Durable;

namespace CallFlows.Engine.Tests.Replaying;

/// <summary>What is written is read again; what is damaged is refused with its place.</summary>
public sealed class HistoryFileTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    private static readonly RecordedHistory History = new()
    {
        Flow = "OrderLine",
        Version = 2,
        Status = OrchestrationStatus.Failed,
        InstanceId = "one",
        Execution = 3,
        CreatedAt = Noon,
        Events =
        [
            new()
            {
                Type = HistoryEventType.ExecutionStarted, Time = Noon, Name = "OrderLine", EarlierEventIds = ["e1", "e2"],
                Payload = Payload.Parse("""{"a":[1,2.50,{"é":"+1 \"x\" é <>"}],"n":null}"""),
            },
            new()
            {
                Type = HistoryEventType.ActivityScheduled, Time = Noon, TaskId = 1, Name = "save", Source = "Order.cs:10", Attempt = 2,
                ExecutionId = "one:3:1", Payload = Payload.From("x"),
            },
            new() { Type = HistoryEventType.ActivityFailed, Time = Noon, TaskId = 1, Name = "save", Failure = new("A", "b", null, new("C", "d")) },
            new() { Type = HistoryEventType.TimerCreated, Time = Noon, TaskId = 2, FireAt = Noon.AddTicks(1) },
            new() { Type = HistoryEventType.TimerFired, Time = Noon.AddTicks(1), TaskId = 2 },
            new() { Type = HistoryEventType.EventRaised, Time = Noon.AddSeconds(1), Name = "go", EventId = "e3" },
            new() { Type = HistoryEventType.SubOrchestrationScheduled, Time = Noon.AddSeconds(1), TaskId = 3, Name = "child", ChildInstanceId = "c" },
            new() { Type = HistoryEventType.ExecutionSuspended, Time = Noon.AddSeconds(1), Reason = "wait" },
            new() { Type = HistoryEventType.ExecutionFailed, Time = Noon.AddSeconds(2), Failure = new("E", "f") },
        ],
    };

    private static string Text => Encoding.UTF8.GetString(HistoryFile.Write(History));

    private static RecordedHistory Read(string text) => HistoryFile.Read(Encoding.UTF8.GetBytes(text), "calls/one.json");

    private static void ExpectRefusal(string text, string message)
    {
        Action read = () => Read(text);

        read.Should().Throw<HistoryFileException>().Which.Message.Should().Be(message);
    }

    private static void ExpectDamage(string text, string fault) => ExpectRefusal(
        text,
        $"calls/one.json is damaged at {fault}. History files are not written by hand: bring back the file as it was exported, or export the call again.");

    [Fact]
    public void File_WrittenAndRead_IsTheSame()
    {
        RecordedHistory read = Read(Text);

        read.Should().BeEquivalentTo(History, options => options.ComparingByMembers<HistoryEvent>().ComparingByMembers<FailureDetails>());
        read.Events[0].Payload.Should().Be(History.Events[0].Payload, "payloads are read as code writes them");
        HistoryFile.Write(read).Should().Equal(HistoryFile.Write(History));
    }

    [Fact]
    public void File_Written_HasALineForEachValueAndEndsWithOne()
    {
        Text.Should().StartWith("{\n  \"format\": \"callflows-history\",\n  \"formatVersion\": 1,\n  \"flow\": \"OrderLine\",\n  \"version\": 2,\n  \"status\": \"failed\",\n");
        Text.Should().EndWith("}\n").And.Contain("\"é\": \"+1 \\\"x\\\" é <>\"").And.NotContain("\r");
    }

    [Fact]
    public void File_OfAnotherKind_IsRefused() => ExpectRefusal(
        """{"name":"package"}""",
        "calls/one.json is no history file: it does not say \"format\": \"callflows-history\". Move it elsewhere.");

    [Fact]
    public void File_OfALaterFormat_IsRefusedWhateverElseIsInIt() => ExpectRefusal(
        """{"format":"callflows-history","formatVersion":7,"more":1}""",
        "calls/one.json has format version 7; this version of CallFlows reads 1. Read it with the one that wrote it, or a later one.");

    [Fact]
    public void File_LargerThanAllowed_IsRefused() => ExpectRefusal(
        new string(' ', HistoryFile.MaxBytes + 1),
        "calls/one.json has 16777217 bytes; a history file has at most 16777216. Is it a history?");

    [Fact]
    public void File_CutOff_NamesTheLine()
    {
        Action read = () => Read(Text[..(Text.Length / 2)]);

        read.Should().Throw<HistoryFileException>().WithMessage("calls/one.json is damaged at line *$.events*: *");
    }

    [Theory]
    [InlineData("\"type\": \"timerFired\"", "\"type\": \"timerBurnt\"", "line 66, $.events[4].type: *")]
    [InlineData("\"number\": 5,", "\"number\": 6,", "event 5: its number is 6; an event is missing, or one too many is there")]
    [InlineData("\"eventId\": \"e3\"", "\"eventIdx\": \"e3\"", "line *: *could not be mapped*")]
    [InlineData("\"fireAt\": \"2026-01-05T12:00:00.0000001+00:00\"", "\"attempt\": 1", "event 4: fireAt: it is missing")]
    [InlineData("\"time\": \"2026-01-05T12:00:00.0000001+00:00\"", "\"time\": \"2026-01-05T11:00:00+00:00\"", "event 5: time: it is earlier than that of the event before")]
    [InlineData("\"type\": \"activityFailed\"", "\"type\": \"executionStarted\"", "event 3: type: a history has one start")]
    [InlineData("\"type\": \"executionStarted\"", "\"type\": \"eventRaised\"", "events: a history begins with executionStarted")]
    [InlineData("\"type\": \"timerCreated\"", "\"type\": \"executionCompleted\"", "event 5: taskId: no event before it begins that task")]
    [InlineData("\"type\": \"timerFired\"", "\"type\": \"executionCompleted\"", "event 6: the flow had ended before")]
    [InlineData("\"status\": \"failed\"", "\"status\": \"running\"", "status: the last event does not make a flow running")]
    [InlineData("\"status\": \"failed\"", "\"status\": \"completed\"", "status: the last event does not make a flow completed")]
    [InlineData("\"version\": 2", "\"version\": 0", "version: it is below 1")]
    [InlineData("\"flow\": \"OrderLine\"", "\"flow\": \" \"", "flow: it is blank")]
    public void File_Damaged_NamesWhere(string was, string became, string fault)
    {
        Text.Should().Contain(was);

        Action read = () => Read(Text.Replace(was, became, StringComparison.Ordinal));

        read.Should().Throw<HistoryFileException>().WithMessage($"calls/one.json is damaged at {fault}*");
    }

    [Fact]
    public void File_Empty_IsRefused() => ExpectDamage("", "line 1: The input does not contain any JSON tokens. Expected the input to start with a valid JSON token, when isFinalBlock is true");
}
