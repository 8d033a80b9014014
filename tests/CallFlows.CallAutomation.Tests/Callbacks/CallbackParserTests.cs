using System.Text;
using CallFlows.Actions;
using CallFlows.CallAutomation.Callbacks;
using CallFlows.Endpoints;
using CallFlows.Events;
using CallFlows.Protocol.Callbacks;
using CallFlows.Protocol.Tests.Recordings;
using CallFlows.Recognition;

namespace CallFlows.CallAutomation.Tests.Callbacks;

public sealed class CallbackParserTests(ITestOutputHelper output)
{
    private readonly CallbackParser _parser = new();

    [Fact]
    public void Parse_OfEveryRecordedCallback_GivesATypedEvent()
    {
        foreach (RecordedLine line in RecordedFiles.FixturesAndRecordings(RecordedFiles.Events, output).Where(l => l.IsCallback))
        {
            ReceivedCallback callback = Parse(line.Text).Should().ContainSingle().Subject;
            CallbackEvent wire = Protocol.ProtocolJson.Read<List<CallbackEvent>>(line.Parse())[0];
            bool known = CallbackDataTypes.DataTypeOf(wire.Type!) is not null;

            (known ? CallbackEventTypes.Prefix + callback.Event.GetType().Name : wire.Type).Should().Be(wire.Type, "of {0}", line);
            (callback.Event is UnknownCallEvent).Should().Be(!known);
            callback.Id.Should().Be(wire.Id);
            callback.Time.Should().NotBeNull();
            CallbackTime.Format(callback.Time!.Value).Should().Be(wire.Time);
            CallbackData data = wire.ReadData();
            callback.Event.CallConnectionId.Should().Be(data.CallConnectionId).And.NotBeNull();
            callback.Event.ServerCallId.Should().Be(data.ServerCallId);
            callback.Event.CorrelationId.Should().Be(data.CorrelationId);
            callback.Event.OperationContext.Should().Be(data.OperationContext);
            callback.Event.Result?.SubCode.Should().Be(data.ResultInformation?.SubCode);
        }
    }

    [Fact]
    public void Fixtures_TakenTogether_GiveEveryKindOfEvent()
    {
        IEnumerable<string> names = RecordedFiles.Fixtures(RecordedFiles.Events).Where(l => l.IsCallback).SelectMany(l => Parse(l.Text)).Select(c => c.Event.GetType().Name);

        names.Should().Contain(CallbackDataTypes.All.Keys.Select(type => type[CallbackEventTypes.Prefix.Length..])).And.Contain(nameof(UnknownCallEvent));
    }

    [Fact]
    public void Parse_OfParticipantsUpdated_GivesThemAll()
    {
        ParticipantsUpdated updated = Event<ParticipantsUpdated>("ParticipantsUpdated", """
            "participants":[{"identifier":{"rawId":"8:acs:r_u","kind":"communicationUser","communicationUser":{"id":"8:acs:r_u"}},"isMuted":true,"isOnHold":false},
            {"identifier":{"rawId":"4:+14255550101","kind":"phoneNumber","phoneNumber":{"value":"+14255550101"}},"isMuted":false}],"sequenceNumber":4
            """);

        updated.SequenceNumber.Should().Be(4);
        updated.Participants.Should().Equal(
            new CallParticipant(CallEndpoint.User("8:acs:r_u"), IsMuted: true), new CallParticipant(CallEndpoint.Phone("+14255550101")));
    }

    [Fact]
    public void Parse_OfRecognizedTones_GivesThem()
    {
        RecognizeCompleted completed = Event<RecognizeCompleted>("RecognizeCompleted", """
            "recognitionType":"dtmf","dtmfResult":{"tones":["one","Nine","asterisk"]}
            """);

        completed.RecognitionType.Should().Be(RecognitionKind.Dtmf);
        completed.Tones.Should().Equal(Tone.One, Tone.Nine, Tone.Asterisk);
    }

    [Fact]
    public void Parse_OfARecognizedChoice_GivesIt()
    {
        RecognizeCompleted completed = Event<RecognizeCompleted>("RecognizeCompleted", """
            "recognitionType":"choices","choiceResult":{"label":"confirm","recognizedPhrase":"yes","confidence":0.91}
            """);

        (completed.RecognitionType, completed.ChoiceLabel, completed.RecognizedPhrase, completed.Confidence)
            .Should().Be((RecognitionKind.Choices, "confirm", "yes", 0.91));
    }

    [Fact]
    public void Parse_OfRecognizedSpeech_GivesIt()
    {
        RecognizeCompleted completed = Event<RecognizeCompleted>("RecognizeCompleted", """
            "recognitionType":"speech","speechResult":{"speech":"tomorrow","confidence":0.5}
            """);

        (completed.RecognitionType, completed.Speech, completed.Confidence).Should().Be((RecognitionKind.Speech, "tomorrow", 0.5));
    }

    [Fact]
    public void Parse_OfAFailedRecognition_GivesPromptAndTones()
    {
        RecognizeFailed failed = Event<RecognizeFailed>("RecognizeFailed", """
            "failedPlaySourceIndex":2,"dtmfResult":{"tones":["four"]},"resultInformation":{"code":400,"subCode":8532,"message":"m"}
            """);

        failed.FailedPlaySourceIndex.Should().Be(2);
        failed.Tones.Should().Equal(Tone.Four);
        failed.Result.Should().Be(new ResultInformation(400, SubCodes.InterDigitTimeout, "m"));
    }

    [Fact]
    public void Parse_OfARecordingState_GivesIt()
    {
        RecordingStateChanged changed = Event<RecordingStateChanged>("RecordingStateChanged", """
            "recordingId":"r1","state":"active","startDateTime":"2025-09-02T10:15:29.3005963+00:00","recordingKind":"azureCommunicationServices"
            """);

        changed.State.Should().Be(RecordingState.Active);
        changed.RecordingId.Should().Be("r1");
        changed.StartDateTime!.Value.Millisecond.Should().Be(300);
    }

    [Fact]
    public void Parse_OfAnUnknownType_KeepsItWhole()
    {
        UnknownCallEvent unknown = Event<UnknownCallEvent>("Novelty", """ "shade":{"of":"blue"} """);

        unknown.Type.Should().Be("Microsoft.Communication.Novelty");
        unknown.CallConnectionId.Should().Be("c1");
        unknown.Data.ToString().Should().Contain("\"of\":\"blue\"");
    }

    [Fact]
    public void Parse_OfSeveralEvents_KeepsTheirOrder()
    {
        Parse($"[{Json("PlayStarted", "1")},{Json("PlayCompleted", "2")}]").Select(c => (c.Id, c.Event.GetType().Name))
            .Should().Equal(("1", "PlayStarted"), ("2", "PlayCompleted"));
    }

    [Fact]
    public void Parse_OfASingleObject_GivesItsEvent()
    {
        Parse(Json("PlayStarted", "1")).Should().ContainSingle().Which.Event.Should().BeOfType<PlayStarted>();
    }

    [Theory]
    [InlineData("", "line 1, byte 1")]
    [InlineData("[\n{\"id\":}]", "line 2, byte 7")]
    [InlineData("7", "$")]
    [InlineData("[]", "$")]
    [InlineData("[null]", "$[0]")]
    [InlineData("""[{"type":"T","data":{}}]""", "$[0].id")]
    [InlineData("""[{"id":"1","data":{}}]""", "$[0].type")]
    [InlineData("""[{"id":7,"type":"T","data":{}}]""", "$[0].id")]
    [InlineData("""[{"id":"1","type":"T"}]""", "$[0].data")]
    [InlineData("""[{"id":"1","type":"T","data":"x"}]""", "$[0].data")]
    [InlineData("""{"id":"1","type":"Microsoft.Communication.ParticipantsUpdated","data":{"sequenceNumber":"one"}}""", "$.data.sequenceNumber")]
    [InlineData("""[{"id":"1","type":"Microsoft.Communication.ContinuousDtmfRecognitionToneReceived","data":{"tone":"1"}}]""", "$[0].data")]
    public void Parse_OfAMalformedBody_SaysWhere(string body, string location)
    {
        Action parse = () => Parse(body);

        parse.Should().Throw<CallbackFormatException>().Which.Location.Should().Be(location);
    }

    [Fact]
    public void Parse_OfTooManyEvents_IsRefused()
    {
        Action parse = () => Parse($"[{string.Join(',', Enumerable.Repeat(Json("PlayStarted", "1"), CallbackParser.MaxEvents + 1))}]");

        parse.Should().Throw<CallbackFormatException>().WithMessage("*1 to 100 events, found 101*");
    }

    [Fact]
    public async Task ParseAsync_OfABodyThatIsTooLong_StopsReading()
    {
        using EndlessStream body = new();

        Func<Task> parse = () => _parser.ParseAsync(body, TestContext.Current.CancellationToken);

        await parse.Should().ThrowAsync<CallbackFormatException>().WithMessage("*longer than 1048576 bytes*");
        body.BytesRead.Should().BeLessThan(2 * CallbackParser.MaxBytes);
    }

    [Fact]
    public async Task ParseAsync_OfABody_ReadsItAll()
    {
        using MemoryStream body = new(Encoding.UTF8.GetBytes($"[{Json("PlayStarted", "1")}{new string(' ', 10_000)}]"));

        (await _parser.ParseAsync(body, TestContext.Current.CancellationToken)).Should().ContainSingle();
    }

    private static string Json(string type, string id, string data = "") =>
        $$"""{"id":"{{id}}","source":"s","type":"Microsoft.Communication.{{type}}","data":{{{data}}{{(data.Length > 0 ? "," : "")}}"callConnectionId":"c1"},"time":"2025-09-02T10:15:30+00:00","specversion":"1.0"}""";

    private IReadOnlyList<ReceivedCallback> Parse(string body) => _parser.Parse(Encoding.UTF8.GetBytes(body));

    private T Event<T>(string type, string data)
        where T : CallEvent => Parse($"[{Json(type, "1", data)}]").Should().ContainSingle().Which.Event.Should().BeOfType<T>().Subject;

    private sealed class EndlessStream : Stream
    {
        public long BytesRead { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            buffer.AsSpan(offset, count).Fill((byte)' ');
            BytesRead += count;
            return count;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
