using CallFlows.Actions;
using CallFlows.CallAutomation.Mapping;
using CallFlows.Calls;
using CallFlows.Protocol.Rest;

namespace CallFlows.CallAutomation.Gateway.Requests;

internal static class CallBodies
{
    public static CreateCallRequest Create(CreateCall action, CallActionRequest request, string callback, CallIntelligenceOptionsModel? intelligence) => new()
    {
        Targets = [.. action.Targets.Select(target => target.ToModel())],
        SourceCallerIdNumber = action.CallerId.ToNumberModel(),
        SourceDisplayName = action.DisplayName,
        Source = action.Source.ToUserModel(),
        TeamsAppSource = action.TeamsAppSource.ToTeamsAppModel(),
        OperationContext = request.OperationContext,
        CallbackUri = callback,
        CallIntelligenceOptions = intelligence,
        MediaStreamingOptions = StreamBodies.OptionsOf(action.MediaStreaming),
        TranscriptionOptions = StreamBodies.OptionsOf(action.Transcription),
    };

    public static AnswerCallRequest Answer(AnswerCall action, CallActionRequest request, string callback, CallIntelligenceOptionsModel? intelligence) => new()
    {
        IncomingCallContext = action.IncomingCallContext,
        CallbackUri = callback,
        OperationContext = request.OperationContext,
        CallIntelligenceOptions = intelligence,
        AnsweredBy = action.AnsweredBy.ToUserModel(),
        MediaStreamingOptions = StreamBodies.OptionsOf(action.MediaStreaming),
        TranscriptionOptions = StreamBodies.OptionsOf(action.Transcription),
    };

    public static ConnectRequest Connect(ConnectCall action, CallActionRequest request, string callback, CallIntelligenceOptionsModel? intelligence) => new()
    {
        CallLocator = Locator(action.Locator),
        CallbackUri = callback,
        OperationContext = request.OperationContext,
        CallIntelligenceOptions = intelligence,
        MediaStreamingOptions = StreamBodies.OptionsOf(action.MediaStreaming),
        TranscriptionOptions = StreamBodies.OptionsOf(action.Transcription),
    };

    public static RedirectCallRequest Redirect(RedirectCall action) => new()
    {
        IncomingCallContext = action.IncomingCallContext,
        Target = action.Target.ToModel(),
    };

    public static RejectCallRequest Reject(RejectCall action) => new()
    {
        IncomingCallContext = action.IncomingCallContext,
        CallRejectReason = action.Reason switch
        {
            RejectReason.Busy => CallRejectReasons.Busy,
            RejectReason.Forbidden => CallRejectReasons.Forbidden,
            _ => CallRejectReasons.None,
        },
    };

    public static TransferToParticipantRequest Transfer(TransferCall action, OperationMarks marks) => new()
    {
        TargetParticipant = action.Target.ToModel(),
        OperationContext = marks.OperationContext,
        OperationCallbackUri = marks.OperationCallbackUri,
        Transferee = action.Transferee.ToModel(),
        CustomCallingContext = ContextOf(action.CustomContext),
        SourceCallerIdNumber = action.CallerId.ToNumberModel(),
    };

    private static CallLocatorModel Locator(CallLocator locator) => locator.Kind switch
    {
        CallLocatorKind.GroupCall => new() { Kind = CallLocatorKinds.GroupCall, GroupCallId = locator.Id },
        CallLocatorKind.Room => new() { Kind = CallLocatorKinds.RoomCall, RoomId = locator.Id },
        _ => new() { Kind = CallLocatorKinds.ServerCall, ServerCallId = locator.Id },
    };

    internal static CustomCallingContextModel? ContextOf(CustomCallingContext? context) =>
        context is null ? null : new() { VoipHeaders = context.VoipHeaders, SipHeaders = context.SipHeaders };
}
