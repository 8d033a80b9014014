using System.Text;
using CallFlows.CallAutomation.Callbacks;
using CallFlows.CallAutomation.EventGrid;
using CallFlows.Protocol.Tests.Fuzzing;
using CallFlows.Protocol.Tests.Recordings;
using FsCheck;
using FsCheck.Fluent;

namespace CallFlows.CallAutomation.Tests.Fuzzing;

/// <summary>What comes from the network and is wrong is refused with a reason, or read as what it is; nothing else happens.</summary>
public sealed class IngressFuzzTests
{
    private const int Tries = 3000;

    private const string Reports = """
        [{"id":"e1","topic":"/subscriptions/x","subject":"/recording/call/c1/serverCallId/s1/recordingId/r1","eventType":"Microsoft.Communication.RecordingFileStatusUpdated",
          "dataVersion":"1.0","metadataVersion":"1","eventTime":"2025-09-02T10:15:30Z",
          "data":{"recordingStorageInfo":{"recordingChunks":[{"documentId":"d1","index":0,"endReason":"SessionEnded","contentLocation":"https://s.example/c","metadataLocation":"https://s.example/m","deleteLocation":"https://s.example/d"}]},
          "recordingStartTime":"2025-09-02T10:15:30.5Z","recordingDurationMs":4620,"recordingContentType":"Audio","recordingChannelType":"Mixed","recordingFormatType":"Wav","sessionEndReason":"CallEnded"}},
         {"id":"e2","source":"/subscriptions/x","subject":"call/s1","type":"Microsoft.Communication.CallEnded","time":"2025-09-02T10:15:30Z","specversion":"1.0",
          "data":{"startedBy":{"communicationIdentifier":{"rawId":"8:acs:r_a","kind":"communicationUser"},"role":"Organizer"},"serverCallId":"s1","group":{"id":"g1"},"room":{"id":"r1"},"isTwoParty":true,
          "endedBy":{"communicationIdentifier":{"rawId":"8:acs:r_b"},"type":"Participant","name":"x"},"reason":{"code":0,"subCode":5300,"phrase":"done"},"callDurationInSeconds":12.5}},
         {"id":"e3","topic":"/subscriptions/x","subject":"call/s1/participant/p","eventType":"Microsoft.Communication.CallParticipantAdded","dataVersion":"1.0","metadataVersion":"1","eventTime":"2025-09-02T10:15:30Z",
          "data":{"serverCallId":"s1","startedBy":{"rawId":"8:acs:r_a"},"user":{"communicationIdentifier":{"rawId":"8:acs:r_a"},"role":"Attendee"},"displayName":"Ann","participantId":"p1","userAgent":"web"}},
         {"id":"e4","topic":"/subscriptions/x","subject":"user","eventType":"Microsoft.Communication.UserDisconnected","dataVersion":"1.0","metadataVersion":"1","eventTime":"2025-09-02T10:15:30Z",
          "data":{"userCommunicationIdentifier":{"rawId":"8:acs:r_a"}}},
         {"id":"e5","topic":"/subscriptions/x","subject":"/caller/x","eventType":"Microsoft.EventGrid.SubscriptionValidationEvent","dataVersion":"2","metadataVersion":"1","eventTime":"2025-09-02T10:15:30Z",
          "data":{"validationCode":"v","validationUrl":"https://rp.example/v"}}]
        """;

    private static readonly string[] Callbacks = [.. RecordedFiles.Fixtures(RecordedFiles.Events).Where(line => line.IsCallback).Select(line => line.Text)];

    private static readonly string[] Calls = [.. RecordedFiles.Fixtures(RecordedFiles.Events).Where(line => !line.IsCallback).Select(line =>
        $$"""[{"id":"e1","topic":"/t","subject":"/caller/x","data":{{line.Text}},"eventType":"Microsoft.Communication.IncomingCall","dataVersion":"1.0","metadataVersion":"1","eventTime":"2025-09-02T10:15:30Z"}]""")];

    [Fact]
    public void Callback_ThatSomebodyGotWrong_IsReadOrRefusedWithItsPlace()
    {
        CallbackParser parser = new();

        foreach (string body in Mutations(Callbacks))
        {
            try
            {
                parser.Parse(Encoding.UTF8.GetBytes(body)).Should().NotBeEmpty();
            }
            catch (CallbackFormatException refused)
            {
                refused.Message.Should().NotBeNullOrWhiteSpace();
                refused.Message.Length.Should().BeLessThan(2_000, "it is logged");
            }
        }
    }

    [Fact]
    public void Delivery_ThatSomebodyGotWrong_IsReadOrRefusedEventByEvent()
    {
        EventGridParser parser = new();

        foreach (string body in Mutations([Reports, .. Calls]))
        {
            try
            {
                IReadOnlyList<EventGridItem> items = parser.Parse(Encoding.UTF8.GetBytes(body));

                items.Should().NotBeEmpty();
                items.OfType<InvalidEventItem>().Should().NotContain(item => string.IsNullOrWhiteSpace(item.Reason) || item.Reason.Length > 2_000);
            }
            catch (EventGridFormatException refused)
            {
                refused.Message.Length.Should().BeLessThan(2_000, "it is logged");
            }
        }
    }

    private static IEnumerable<string> Mutations(string[] bodies)
    {
        Gen<string> wrong =
            from body in Gen.Elements(bodies)
            from mutated in JsonMutations.Of(body)
            select mutated;
        return wrong.Sample(Tries, Tries);
    }
}
