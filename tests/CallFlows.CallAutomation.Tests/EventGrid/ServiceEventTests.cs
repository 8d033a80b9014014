using System.Text;
using System.Text.Json;
using CallFlows.CallAutomation.EventGrid;
using CallFlows.Endpoints;
using CallFlows.Events;
using CallFlows.Recordings;
using CallFlows.ServiceEvents;

namespace CallFlows.CallAutomation.Tests.EventGrid;

/// <summary>Events about calls and recordings, as the schema has them and as samples of the service show them.</summary>
public sealed class ServiceEventTests
{
    private const string RecordingSubject = "/recording/call/c1/serverCallId/aHR0cHM6Ly9h/+/b==/recordingId/rec_1";
    private static readonly DateTimeOffset At = new(2025, 9, 2, 10, 15, 30, TimeSpan.Zero);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void RecordingFiles_InEitherSchema_NameRecordingAndFiles(bool cloudEvents)
    {
        ServiceEventItem item = Parse<ServiceEventItem>("RecordingFileStatusUpdated", RecordingSubject, """
            {"recordingStorageInfo":{"recordingChunks":[
              {"documentId":"d1","index":0,"endReason":"ChunkMaximumSizeExceeded","contentLocation":"https://s.example/c1","metadataLocation":"https://s.example/m1","deleteLocation":"https://s.example/d1"},
              {"documentId":"d2","index":1,"endReason":"SessionEnded","contentLocation":"https://s.example/c2"}]},
            "recordingStartTime":"2025-09-02T10:00:00.5Z","recordingDurationMs":4620,"recordingContentType":"Audio","recordingChannelType":"Mixed","recordingFormatType":"Wav","sessionEndReason":"CallEnded"}
            """, cloudEvents);

        item.Id.Should().Be("e1");
        item.Event.Should().BeEquivalentTo(new RecordingFileStatusUpdated
        {
            RecordingId = "rec_1",
            ServerCallId = "aHR0cHM6Ly9h/+/b==",
            Files =
            [
                new RecordingFile("d1", 0, "ChunkMaximumSizeExceeded", new("https://s.example/c1"), new("https://s.example/m1"), new("https://s.example/d1")),
                new RecordingFile("d2", 1, "SessionEnded", new("https://s.example/c2"), null, null),
            ],
            StartedAt = new(2025, 9, 2, 10, 0, 0, 500, TimeSpan.Zero),
            Duration = TimeSpan.FromSeconds(4.62),
            Content = RecordingContent.Audio,
            Channel = RecordingChannel.Mixed,
            Format = RecordingFormat.Wav,
            SessionEndReason = "CallEnded",
            Time = At,
        });
        ((RecordingFileStatusUpdated)item.Event).IsLast.Should().BeTrue();
    }

    [Fact]
    public void RecordingFiles_OfASessionThatGoesOn_AreNotTheLast() =>
        Parse<ServiceEventItem>("RecordingFileStatusUpdated", RecordingSubject,
                """{"recordingStorageInfo":{"recordingChunks":[]},"sessionEndReason":"SessionStillOngoing","recordingFormatType":"1"}""")
            .Event.Should().BeOfType<RecordingFileStatusUpdated>().Which.Should().Match<RecordingFileStatusUpdated>(e => !e.IsLast && e.Format == null);

    [Theory]
    [InlineData("call/c1", """{"recordingStorageInfo":{"recordingChunks":[]}}""", "The subject names no recording.")]
    [InlineData(RecordingSubject, "{}", "The data has no usable 'recordingStorageInfo.recordingChunks'.")]
    [InlineData(RecordingSubject, """{"recordingStorageInfo":{"recordingChunks":[{"documentId":"d1","contentLocation":"elsewhere"}]}}""", "The data has no usable 'recordingStorageInfo.recordingChunks[0]'.")]
    [InlineData(RecordingSubject, """{"recordingStorageInfo":{"recordingChunks":[null]}}""", "The data has no usable 'recordingStorageInfo.recordingChunks[0]'.")]
    public void RecordingFiles_ThatCannotBeUsed_AreInvalid(string subject, string data, string reason) =>
        Parse<InvalidEventItem>("RecordingFileStatusUpdated", subject, data).Reason.Should().Be(reason);

    [Fact]
    public void CallEnded_OfTheSchema_TellsWhoAndWhyAndHowLong()
    {
        CallEnded ended = Report<CallEnded>("""
            {"startedBy":{"communicationIdentifier":{"rawId":"8:acs:r_a"},"role":"Organizer"},"serverCallId":"s1","group":{"id":"g1"},"room":{"id":"r1"},
            "isTwoParty":true,"correlationId":"c1","isRoomsCall":true,
            "endedBy":{"communicationIdentifier":{"rawId":"8:acs:r_b"},"type":"Participant","name":"x"},"reason":{"code":0,"subCode":5300,"phrase":"done by +14255550101"},
            "callDurationInSeconds":12.5}
            """);

        ended.Should().Be(new CallEnded
        {
            ServerCallId = "s1",
            CorrelationId = "c1",
            StartedBy = CallEndpoint.User("8:acs:r_a"),
            StartedByRole = "Organizer",
            GroupId = "g1",
            RoomId = "r1",
            IsTwoParty = true,
            EndedBy = CallEndpoint.User("8:acs:r_b"),
            Reason = new ResultInformation(0, 5300, "done by +14255550101"),
            Duration = TimeSpan.FromSeconds(12.5),
            Time = At,
        });
        ended.Reason!.Message.Should().NotContain("14255550101");
    }

    [Fact]
    public void CallEnded_OfASample_TellsTheSame()
    {
        CallEnded ended = Report<CallEnded>("""{"startedBy":{"rawId":"8:acs:r_a","kind":"communicationUser","role":"Attendee"},"serverCallId":"s1","durationOfCall":20}""");

        ended.StartedBy.Should().Be(CallEndpoint.User("8:acs:r_a"));
        ended.Duration.Should().Be(TimeSpan.FromSeconds(20));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1e300)]
    public void CallEnded_OfAnImpossibleLength_HasNone(double seconds) =>
        Report<CallEnded>($$"""{"serverCallId":"s1","callDurationInSeconds":{{JsonSerializer.Serialize(seconds)}}}""").Duration.Should().BeNull();

    [Fact]
    public void Participants_WhoJoinAndLeave_AreTold()
    {
        const string data = """
            {"serverCallId":"s1","user":{"communicationIdentifier":{"rawId":"8:acs:r_a"},"role":"Attendee"},"displayName":"Ann","participantId":"p1","userAgent":"web"}
            """;

        CallParticipantAdded added = Report<CallParticipantAdded>(data);
        CallParticipantRemoved removed = Report<CallParticipantRemoved>(data);

        added.Should().Be(new CallParticipantAdded
        {
            ServerCallId = "s1",
            User = CallEndpoint.User("8:acs:r_a"),
            Role = "Attendee",
            DisplayName = "Ann",
            ParticipantId = "p1",
            UserAgent = "web",
            Time = At,
        });
        removed.Should().BeEquivalentTo(added);
    }

    [Fact]
    public void CallStarted_OfTheSchema_NamesTheCall() => Report<CallStarted>("""{"serverCallId":"s1"}""").ServerCallId.Should().Be("s1");

    [Fact]
    public void UserDisconnected_OfTheSchema_NamesTheUser() =>
        Parse<ServiceEventItem>("UserDisconnected", "x", """{"userCommunicationIdentifier":{"rawId":"8:acs:r_a"}}""")
            .Event.Should().BeOfType<UserDisconnected>().Which.User.Should().Be(CallEndpoint.User("8:acs:r_a"));

    [Theory]
    [InlineData("CallStarted", "serverCallId")]
    [InlineData("CallEnded", "serverCallId")]
    [InlineData("CallParticipantAdded", "serverCallId")]
    [InlineData("CallParticipantRemoved", "serverCallId")]
    [InlineData("UserDisconnected", "userCommunicationIdentifier")]
    public void Event_ThatNamesNothing_IsInvalid(string type, string property) =>
        Parse<InvalidEventItem>(type, "x", "{}").Reason.Should().Be($"The data has no usable '{property}'.");

    [Fact]
    public void Event_ThroughAFlowsEnvelope_ComesBackTheSame()
    {
        ServiceEvent ended = Report<CallEnded>("""{"serverCallId":"s1","callDurationInSeconds":3,"startedBy":{"rawId":"4:+14255550101"}}""");

        CallFlows.Durable.Payload.From(ended).To<ServiceEvent>().Should().Be(ended);
    }

    private static TReport Report<TReport>(string data)
        where TReport : CallReport =>
        Parse<ServiceEventItem>(typeof(TReport).Name, "call/s1", data).Event.Should().BeOfType<TReport>().Subject;

    private static TItem Parse<TItem>(string type, string subject, string data, bool cloudEvents = false)
        where TItem : EventGridItem
    {
        string json = cloudEvents
            ? $$"""{"id":"e1","source":"/subscriptions/x","subject":"{{subject}}","data":{{data}},"type":"Microsoft.Communication.{{type}}","time":"2025-09-02T10:15:30Z","specversion":"1.0"}"""
            : $$"""{"id":"e1","topic":"/subscriptions/x","subject":"{{subject}}","data":{{data}},"eventType":"Microsoft.Communication.{{type}}","dataVersion":"1.0","metadataVersion":"1","eventTime":"2025-09-02T10:15:30Z"}""";
        return new EventGridParser().Parse(Encoding.UTF8.GetBytes(json)).Should().ContainSingle().Which.Should().BeOfType<TItem>().Subject;
    }
}
