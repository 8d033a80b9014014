using CallFlows.Actions;
using CallFlows.CallAutomation.Gateway;
using CallFlows.Calls;
using Sdk = Azure.Communication.CallAutomation;

namespace CallFlows.Functions.Gateway.Mapping;

internal static class CallOptionsMapping
{
    public static Sdk.CreateGroupCallOptions Create(CreateCall action, CallActionRequest request, ActionAddresses addresses) =>
        new(action.Targets.Select(target => target.ToIdentifier()), addresses.Callback(request))
        {
            SourceCallerIdNumber = action.CallerId.ToNumber(),
            SourceDisplayName = action.DisplayName,
            TeamsAppSource = action.TeamsAppSource.ToTeamsApp(),
            OperationContext = request.OperationContext,
            CallIntelligenceOptions = Intelligence(action.Intelligence, addresses),
            MediaStreamingOptions = StreamOptionsMapping.OptionsOf(action.MediaStreaming),
            TranscriptionOptions = StreamOptionsMapping.OptionsOf(action.Transcription),
        };

    public static Sdk.AnswerCallOptions Answer(AnswerCall action, CallActionRequest request, ActionAddresses addresses) =>
        new(action.IncomingCallContext, addresses.Callback(request))
        {
            AnsweredBy = action.AnsweredBy.ToUser(),
            OperationContext = request.OperationContext,
            CallIntelligenceOptions = Intelligence(action.Intelligence, addresses),
            MediaStreamingOptions = StreamOptionsMapping.OptionsOf(action.MediaStreaming),
            TranscriptionOptions = StreamOptionsMapping.OptionsOf(action.Transcription),
        };

    public static Sdk.ConnectCallOptions Connect(ConnectCall action, CallActionRequest request, ActionAddresses addresses) =>
        new(Locator(action.Locator), addresses.Callback(request))
        {
            OperationContext = request.OperationContext,
            CallIntelligenceOptions = Intelligence(action.Intelligence, addresses),
            MediaStreamingOptions = StreamOptionsMapping.OptionsOf(action.MediaStreaming),
            TranscriptionOptions = StreamOptionsMapping.OptionsOf(action.Transcription),
        };

    public static Sdk.RedirectCallOptions Redirect(RedirectCall action) => new(action.IncomingCallContext, action.Target.ToInvite());

    public static Sdk.RejectCallOptions Reject(RejectCall action) => new(action.IncomingCallContext)
    {
        CallRejectReason = action.Reason switch
        {
            RejectReason.Busy => Sdk.CallRejectReason.Busy,
            RejectReason.Forbidden => Sdk.CallRejectReason.Forbidden,
            _ => Sdk.CallRejectReason.None,
        },
    };

    public static Sdk.TransferToParticipantOptions Transfer(TransferCall action, OperationMarks marks)
    {
        Sdk.TransferToParticipantOptions options = action.Target.ToTransfer();
        options.Transferee = action.Transferee.ToIdentifier();
        options.SourceCallerIdNumber = action.CallerId.ToNumber();
        options.OperationContext = marks.Context;
        options.OperationCallbackUri = marks.Callback;
        action.CustomContext.CopyTo(options.CustomCallingContext);
        return options;
    }

    private static Sdk.CallIntelligenceOptions? Intelligence(CallIntelligenceOptions? ofTheCall, ActionAddresses addresses) =>
        addresses.CognitiveServices(ofTheCall) is { } endpoint ? new() { CognitiveServicesEndpoint = endpoint } : null;

    private static Sdk.CallLocator Locator(CallLocator locator) => locator.Kind switch
    {
        CallLocatorKind.GroupCall => new Sdk.GroupCallLocator(locator.Id),
        CallLocatorKind.Room => new Sdk.RoomCallLocator(locator.Id),
        _ => new Sdk.ServerCallLocator(locator.Id),
    };
}
