using System.Text;
using CallFlows.CallAutomation.Streams;
using CallFlows.Endpoints;
using FsCheck;
using FsCheck.Fluent;

namespace CallFlows.CallAutomation.Tests.Streams;

public sealed class StreamingDataParserTests
{
    private const string Audio =
        """{"kind":"AudioData","audioData":{"timestamp":"2026-03-02T09:00:00.020Z","participantRawID":"4:+14255550101","data":"AQIDBA==","silent":false}}""";

    private const string Transcription = """
        {"kind":"TranscriptionData","transcriptionData":{"text":"I want tea","format":"display","confidence":0.875,"offset":10000000,"duration":20000000,
        "words":[{"text":"I","offset":10000000,"duration":5000000},{"text":"want","offset":15000000,"duration":15000000}],
        "participantRawID":"4:+14255550101","resultStatus":"Final"}}
        """;

    private static readonly DateTimeOffset Moment = new(2026, 3, 2, 9, 0, 0, 20, TimeSpan.Zero);
    private static readonly PhoneNumber Caller = CallEndpoint.Phone("+14255550101");

    public static TheoryData<string> Frames =>
    [
        Audio,
        Transcription,
        """{"kind":"AudioMetadata","audioMetadata":{"subscriptionId":"s1","encoding":"PCM","sampleRate":16000,"channels":1,"length":640}}""",
        """{"kind":"DtmfData","dtmfData":{"data":"3"}}""",
        """{"kind":"TranscriptionMetadata","transcriptionMetadata":{"subscriptionId":"s2","locale":"en-US","callConnectionId":"c1","correlationId":"r1"}}""",
        """{"kind":"MarkData","markData":{"id":"m1","status":"completed"}}""",
    ];

    private static StreamingData Parse(string json) => StreamingDataParser.Parse(Encoding.UTF8.GetBytes(json));

    [Fact]
    public void AudioData_OfAParticipant_IsRead()
    {
        AudioData audio = Parse(Audio).Should().BeOfType<AudioData>().Subject;

        audio.Data.ToArray().Should().Equal(1, 2, 3, 4);
        (audio.Timestamp, audio.Participant, audio.IsSilent).Should().Be((Moment, Caller, false));
    }

    [Fact]
    public void AudioData_OfAMixedStream_NamesNobody() =>
        Parse("""{"kind":"AudioData","audioData":{"timestamp":"soon","data":"","silent":true}}""").Should().BeOfType<AudioData>()
            .Which.Should().Match<AudioData>(audio => audio.Participant == null && audio.IsSilent && audio.Timestamp == null && audio.Data.Length == 0);

    [Fact]
    public void Metadata_OfBothStreams_IsRead()
    {
        Parse(Frames.ElementAt(2).Data).Should().Be(new AudioMetadata("s1", "PCM", 16000, 1, 640));
        Parse(Frames.ElementAt(4).Data).Should().Be(new TranscriptionMetadata("s2", "en-US", "c1", "r1", null));
    }

    [Theory]
    [InlineData("""{"kind":"DtmfData","dtmfData":{"data":"3"}}""", false)]
    [InlineData("""{"kind":"DtmfData","dtmfData":{"data":"3","timestamp":"2026-03-02T09:00:00.020Z","participantRawId":"4:+14255550101"}}""", true)]
    public void DtmfData_OfAnyVersion_IsRead(string json, bool isNewer) =>
        Parse(json).Should().Be(new DtmfData("3", isNewer ? Moment : null, isNewer ? Caller : null));

    [Fact]
    public void TranscriptionData_WithWords_IsRead()
    {
        TranscriptionData result = Parse(Transcription).Should().BeOfType<TranscriptionData>().Subject;

        result.Should().BeEquivalentTo(new TranscriptionData(
            "I want tea", TranscriptionResultState.Final, Caller, 0.875, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2),
            [new("I", TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(0.5)), new("want", TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(1.5))], "display"));
    }

    [Theory]
    [InlineData("Final", TranscriptionResultState.Final)]
    [InlineData("final", TranscriptionResultState.Final)]
    [InlineData("Intermediate", TranscriptionResultState.Intermediate)]
    [InlineData("novelty", TranscriptionResultState.Intermediate)]
    public void TranscriptionData_InAnyState_TellsIt(string status, TranscriptionResultState state) =>
        Parse($$$"""{"kind":"TranscriptionData","transcriptionData":{"text":"x","words":[null],"resultStatus":"{{{status}}}"}}""")
            .Should().BeOfType<TranscriptionData>().Which.ResultState.Should().Be(state);

    [Fact]
    public void Frame_OfAKindThatCameLater_IsKeptAsItIs()
    {
        string json = Frames.ElementAt(5).Data;

        UnknownStreamingData unknown = Parse(json).Should().BeOfType<UnknownStreamingData>().Subject;

        unknown.Kind.Should().Be("MarkData");
        Encoding.UTF8.GetString(unknown.Json.Span).Should().Be(json);
    }

    [Theory]
    [InlineData("", "$")]
    [InlineData("null", "$")]
    [InlineData("[]", "$")]
    [InlineData("{}", "$.kind")]
    [InlineData("""{"kind":null}""", "$.kind")]
    [InlineData("""{"kind":5}""", "$.kind")]
    [InlineData("""{"kind":"AudioData"}""", "$.audioData")]
    [InlineData("""{"kind":"AudioData","audioData":{}}""", "$.audioData.data")]
    [InlineData("""{"kind":"AudioData","audioData":{"data":"not base64"}}""", "$.audioData.data")]
    [InlineData("""{"kind":"DtmfData","dtmfData":{"data":""}}""", "$.dtmfData.data")]
    [InlineData("""{"kind":"TranscriptionData","transcriptionData":{}}""", "$.transcriptionData.text")]
    [InlineData("""{"kind":"TranscriptionData","transcriptionData":{"text":"x","offset":1e300}}""", "$.transcriptionData.offset")]
    [InlineData("""{"kind":"AudioMetadata","audioMetadata":{"sampleRate":"fast"}}""", "$.audioMetadata.sampleRate")]
    public void Frame_ThatCannotBeRead_IsRefusedWithThePlace(string json, string location) =>
        FluentActions.Invoking(() => Parse(json)).Should().Throw<StreamingFormatException>().Which.Location.Should().Be(location);

    [Fact]
    public void Frame_NestedWithoutEnd_IsRefused() =>
        FluentActions.Invoking(() => Parse("""{"kind":"x","y":""" + new string('[', 100_000))).Should().Throw<StreamingFormatException>();

    [Fact]
    public void Frame_OfAMegabyte_IsRead() =>
        Parse($$$"""{"kind":"AudioData","audioData":{"data":"{{{Convert.ToBase64String(new byte[1024 * 1024])}}}"}}""")
            .Should().BeOfType<AudioData>().Which.Data.Length.Should().Be(1024 * 1024);

    [Fact]
    public void Frame_OfRandomBytes_IsReadOrRefused() => Prop.ForAll<byte[]>(IsReadOrRefused).QuickCheckThrowOnFailure();

    [Theory]
    [MemberData(nameof(Frames))]
    public void Frame_CutAnywhere_IsRefused(string json)
    {
        byte[] whole = Encoding.UTF8.GetBytes(json.Trim());

        for (int length = 0; length < whole.Length; length++)
        {
            FluentActions.Invoking(() => StreamingDataParser.Parse(whole.AsMemory(0, length))).Should().Throw<StreamingFormatException>();
        }
    }

    [Theory]
    [MemberData(nameof(Frames))]
    public void Frame_WithBytesChanged_IsReadOrRefused(string json) => Prop.ForAll<ushort, ushort, (byte First, byte Second)>((first, second, values) =>
    {
        byte[] changed = Encoding.UTF8.GetBytes(json);
        changed[first % changed.Length] = values.First;
        changed[second % changed.Length] = values.Second;
        return IsReadOrRefused(changed);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Data_OfPeople_IsNotShown() => Parse(Transcription).ToString().Should().Be("TranscriptionData");

    private static bool IsReadOrRefused(byte[] bytes)
    {
        try
        {
            return StreamingDataParser.Parse(bytes) is not null;
        }
        catch (StreamingFormatException exception)
        {
            return exception.Location.StartsWith('$');
        }
    }
}
