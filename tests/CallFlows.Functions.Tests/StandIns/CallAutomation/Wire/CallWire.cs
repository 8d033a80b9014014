#nullable disable

using CallFlows.Protocol.Rest;

namespace Azure.Communication.CallAutomation;

internal static class CallWire
{
    public static CreateCallRequest Create(CreateGroupCallOptions options, CommunicationUserIdentifier source) => new()
    {
        Targets = options.Targets.ToWire(),
        CallbackUri = options.CallbackUri.AbsoluteUri,
        SourceCallerIdNumber = options.SourceCallerIdNumber.ToNumber(),
        SourceDisplayName = options.SourceDisplayName,
        Source = source.ToUser(),
        // Without its cloud.
        TeamsAppSource = options.TeamsAppSource is { } app ? new() { AppId = app.AppId } : null,
        OperationContext = options.OperationContext,
        CallIntelligenceOptions = Intelligence(options.CallIntelligenceOptions),
        MediaStreamingOptions = StreamWire.Of(options.MediaStreamingOptions),
        TranscriptionOptions = StreamWire.Of(options.TranscriptionOptions),
    };

    public static AnswerCallRequest Answer(AnswerCallOptions options) => new()
    {
        IncomingCallContext = options.IncomingCallContext,
        CallbackUri = options.CallbackUri.AbsoluteUri,
        AnsweredBy = options.AnsweredBy.ToUser(),
        OperationContext = options.OperationContext,
        CallIntelligenceOptions = Intelligence(options.CallIntelligenceOptions),
        MediaStreamingOptions = StreamWire.Of(options.MediaStreamingOptions),
        TranscriptionOptions = StreamWire.Of(options.TranscriptionOptions),
    };

    public static ConnectRequest Connect(ConnectCallOptions options) => new()
    {
        CallLocator = Locator(options.CallLocator),
        CallbackUri = options.CallbackUri.AbsoluteUri,
        OperationContext = options.OperationContext,
        CallIntelligenceOptions = Intelligence(options.CallIntelligenceOptions),
        MediaStreamingOptions = StreamWire.Of(options.MediaStreamingOptions),
        TranscriptionOptions = StreamWire.Of(options.TranscriptionOptions),
    };

    public static RedirectCallRequest Redirect(RedirectCallOptions options) => new()
    {
        IncomingCallContext = options.IncomingCallContext,
        Target = options.CallInvite.Target.ToWire(),
    };

    public static RejectCallRequest Reject(RejectCallOptions options) => new()
    {
        IncomingCallContext = options.IncomingCallContext,
        CallRejectReason = options.CallRejectReason.ToString(),
    };

    public static TransferToParticipantRequest Transfer(TransferToParticipantOptions options) => new()
    {
        TargetParticipant = options.Target.ToWire(),
        Transferee = options.Transferee.ToWire(),
        SourceCallerIdNumber = options.SourceCallerIdNumber.ToNumber(),
        OperationContext = options.OperationContext,
        OperationCallbackUri = options.OperationCallbackUri?.AbsoluteUri,
        CustomCallingContext = Context(options.CustomCallingContext),
    };

    public static CallLocatorModel Locator(CallLocator locator) => locator switch
    {
        GroupCallLocator => new() { Kind = CallLocatorKinds.GroupCall, GroupCallId = locator.Id },
        RoomCallLocator => new() { Kind = CallLocatorKinds.RoomCall, RoomId = locator.Id },
        _ => new() { Kind = CallLocatorKinds.ServerCall, ServerCallId = locator.Id },
    };

    // Always there, also without headers.
    public static CustomCallingContextModel Context(CustomCallingContext context) => new()
    {
        SipHeaders = (IReadOnlyDictionary<string, string>)context.SipHeaders,
        VoipHeaders = (IReadOnlyDictionary<string, string>)context.VoipHeaders,
    };

    private static CallIntelligenceOptionsModel Intelligence(CallIntelligenceOptions options) =>
        options?.CognitiveServicesEndpoint is { } endpoint ? new() { CognitiveServicesEndpoint = endpoint.AbsoluteUri } : null;
}
