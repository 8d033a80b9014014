using CallFlows.Protocol.EventGrid;
using CallFlows.Protocol.Identifiers;
using CallFlows.Protocol.Tests.Recordings;

namespace CallFlows.Protocol.Tests.EventGrid;

public sealed class EventGridModelTests
{
    [Fact]
    public void IncomingCall_WrittenInBothSchemas_HasTheServicesShape()
    {
        IncomingCallData data = new()
        {
            To = CommunicationIdentifiers.FromRawId("8:acs:r_u"),
            From = CommunicationIdentifiers.FromPhoneNumber("+14255550100"),
            ServerCallId = "s1",
            CallerDisplayName = "",
            IncomingCallContext = "ctx",
            CorrelationId = "r1",
        };
        const string json = """{"to":{"kind":"communicationUser","rawId":"8:acs:r_u","communicationUser":{"id":"8:acs:r_u"}},"from":{"kind":"phoneNumber","rawId":"4:+14255550100","phoneNumber":{"value":"+14255550100"}},"serverCallId":"s1","callerDisplayName":"","incomingCallContext":"ctx","correlationId":"r1"}""";

        EventGridEventModel eventGrid = new()
        {
            Id = "e1",
            Topic = "/subscriptions/x",
            Subject = EventGridSubjects.IncomingCall("4:+14255550100", "8:acs:r_u"),
            Data = ProtocolJson.ToElement(data),
            EventType = EventGridEventTypes.IncomingCall,
            DataVersion = "1.0",
            MetadataVersion = "1",
            EventTime = "2025-09-02T10:15:30Z",
        };

        eventGrid.Data!.Value.GetRawText().Should().Be(json.Replace("+", "\\u002B"));
        JsonShape.Of(ProtocolJson.Write(eventGrid)).Should().StartWith("""{"id":"e1","topic":"/subscriptions/x","subject":"/caller/4:+14255550100/recipient/8:acs:r_u","data":{""");
        ProtocolJson.Read<IncomingCallData>(eventGrid.Data.Value).From!.PhoneNumber!.Value.Should().Be("+14255550100");
    }

    [Fact]
    public void RecordingFileStatusUpdated_AsTheServiceSendsIt_IsRead()
    {
        RecordingFileStatusUpdatedData data = ProtocolJson.Read<RecordingFileStatusUpdatedData>(
            """
            {"recordingStorageInfo":{"recordingChunks":[{"documentId":"d1","index":0,"endReason":"SessionEnded","contentLocation":"https://s.example/c",
            "metadataLocation":"https://s.example/m","deleteLocation":"https://s.example/d"}]},"recordingStartTime":"2025-09-02T10:15:30.5Z",
            "recordingDurationMs":4620,"recordingContentType":"Audio","recordingChannelType":"Mixed","recordingFormatType":"Wav","sessionEndReason":"CallEnded"}
            """u8);

        data.RecordingDurationMs.Should().Be(4620);
        data.RecordingStorageInfo!.RecordingChunks.Should().ContainSingle().Which.DocumentId.Should().Be("d1");
    }
}
