using System.Text;
using System.Text.Json;
using CallFlows.Protocol.Rest;
using CallFlows.Protocol.Tests.Recordings;

namespace CallFlows.Protocol.Tests.Rest;

public sealed class RestModelTests
{
    private const string User = """{"rawId":"8:acs:r_u","kind":"communicationUser","communicationUser":{"id":"8:acs:r_u"}}""";

    /// <summary>Bodies in the shapes of the recordings, with invented ids.</summary>
    public static TheoryData<Type, string> Bodies => new()
    {
        { typeof(CreateCallRequest), $$$"""{"targets":[{{{User}}}],"sourceCallerIdNumber":{"value":"+14255550100","isAnonymous":false},"source":{"id":"8:acs:r_a"},"operationContext":"x","callbackUri":"https://app.example/c","callIntelligenceOptions":{"cognitiveServicesEndpoint":"https://ai.example"}}""" },
        { typeof(AnswerCallRequest), """{"incomingCallContext":"ctx","callbackUri":"https://app.example/c","callIntelligenceOptions":{},"answeredBy":{"id":"8:acs:r_a"}}""" },
        { typeof(CallConnectionPropertiesModel), $$$"""{"callConnectionId":"c1","targets":[{{{User}}}],"callConnectionState":"connecting","callbackUri":"https://app.example/c","sourceDisplayName":"","source":{{{User}}},"correlationId":"r1","mediaSubscriptionId":"m1","dataSubscriptionId":"d1","mediaStreamingSubscription":{"id":"m1","state":"disabled","subscribedContentTypes":["audio"]}}""" },
        { typeof(CallConnectionPropertiesModel), $$$"""{"callConnectionId":"c1","serverCallId":"s1","targets":[],"callConnectionState":"connected","source":{{{User}}},"correlationId":"r1","answeredBy":{"id":"8:acs:r_u"},"mediaStreamingSubscription":{"state":"disabled"},"transcriptionSubscription":{"state":"disabled","subscribedResultTypes":[]},"answeredFor":{"value":"+14255550100"}}""" },
        { typeof(AddParticipantResponse), $$$"""{"participant":{"identifier":{{{User}}},"isMuted":false,"isOnHold":false},"operationContext":"add","invitationId":"i1"}""" },
        { typeof(CancelAddParticipantResponse), """{"invitationId":"i1","operationContext":"cancel"}""" },
        { typeof(PlayRequest), """{"playSources":[{"kind":"file","file":{"uri":"https://app.example/p.wav"}}],"playTo":[],"playOptions":{"loop":false},"operationContext":"play"}""" },
        { typeof(RecognizeRequest), """{"recognizeInputType":"dtmf","playPrompts":[{"kind":"file","file":{"uri":"https://app.example/p.wav"}}],"interruptCallMediaOperation":false,"recognizeOptions":{"interruptPrompt":false,"initialSilenceTimeoutInSeconds":5,"targetParticipant":{"rawId":"8:acs:r_u","communicationUser":{"id":"8:acs:r_u"}},"dtmfOptions":{"interToneTimeoutInSeconds":5,"maxTonesToCollect":2,"stopTones":[]}},"operationContext":"ask"}""" },
        { typeof(HoldRequest), """{"targetParticipant":{"rawId":"8:acs:r_u","communicationUser":{"id":"8:acs:r_u"}},"playSourceInfo":{"kind":"file","file":{"uri":"https://app.example/h.wav"}},"operationContext":"hold"}""" },
        { typeof(SendDtmfTonesRequest), """{"tones":["pound"],"targetParticipant":{"rawId":"4:+14255550100","phoneNumber":{"value":"+14255550100","isAnonymous":false}},"operationContext":"send"}""" },
        { typeof(MediaOperationRequest), "{}" },
        { typeof(RecordingStateResponse), """{"recordingId":"r1","recordingState":"inactive","recordingKind":"azureCommunicationServices"}""" },
        { typeof(CommunicationErrorResponse), """{"error":{"code":"8522","message":"Call not found.","target":"/calling/callConnections/c1:terminate"}}""" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public void Body_ReadAndWrittenAgain_LosesNothing(Type model, string json)
    {
        object? read = JsonSerializer.Deserialize(json, model, ProtocolJson.Options);

        byte[] written = JsonSerializer.SerializeToUtf8Bytes(read, model, ProtocolJson.Options);

        JsonShape.Of(written).Should().Be(JsonShape.Of(Encoding.UTF8.GetBytes(json)));
    }

    [Fact]
    public void Body_WithNullAndUnknownProperties_IsRead()
    {
        StartCallRecordingRequest request = ProtocolJson.Read<StartCallRecordingRequest>(
            """{"callLocator":{"serverCallId":"s1","kind":"serverCallLocator"},"recordingContentType":null,"novelty":[1]}"""u8);

        request.RecordingContentType.Should().BeNull();
        request.CallLocator!.Kind.Should().Be(CallLocatorKinds.ServerCall);
        request.AdditionalProperties.Should().ContainKey("novelty");
    }

    [Fact]
    public void Body_NestedTooDeep_IsRefused()
    {
        string json = string.Concat(Enumerable.Repeat("""{"error":""", 40)) + "1" + new string('}', 40);

        FluentActions.Invoking(() => ProtocolJson.Read<CommunicationErrorResponse>(Encoding.UTF8.GetBytes(json))).Should().Throw<JsonException>();
    }
}
