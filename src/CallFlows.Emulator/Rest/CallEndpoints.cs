using CallFlows.Emulator.Hosting;
using CallFlows.Emulator.Switchboard;
using CallFlows.Protocol.Rest;

namespace CallFlows.Emulator.Rest;

/// <summary>Create, answer, connect, reject, redirect, get, hang up, terminate and transfer.</summary>
internal sealed class CallEndpoints(
    EmulatorOptions options, SwitchboardQueue queue, CallRegistry calls, IdSource ids, CallCommands commands,
    TransferCommands transfers, ConnectCommands connects)
{
    public async Task<RestAnswer> CreateAsync(RestRequest request)
    {
        CreateCallRequest body = request.Read<CreateCallRequest>();
        if (body.Targets is not { Count: > 0 } targets)
            throw ServiceFault.Invalid("The field targets is missing or empty.");
        if (targets.Count >= options.Limits.MaxParticipants)
            throw ServiceFault.Invalid($"The field targets has {targets.Count} targets; a call has {options.Limits.MaxParticipants} participants at most.");
        string? callerId = Checks.Number(body.SourceCallerIdNumber, "sourceCallerIdNumber");
        PartyId[] parties = targets.Select((target, index) => Checks.Party(target, $"targets[{index}]")).Distinct().ToArray();
        foreach (PartyId party in parties)
            Checks.CallerIdFor(party, callerId);
        PartyId source = Checks.TeamsAppSource(body.TeamsAppSource, request.ApiVersion) ?? Checks.User(body.Source, "source") ?? ids.NewUser();
        CustomHeaders? headers = Checks.Headers(body.CustomCallingContext);
        ConnectionSettings settings = NewSettings(request, body.CallbackUri, body.OperationContext) with
        {
            Targets = parties,
            Source = source,
            SourceCallerIdNumber = callerId,
            SourceDisplayName = Checks.DisplayName(body.SourceDisplayName) ?? "",
            HasCognitiveServices = body.CallIntelligenceOptions?.CognitiveServicesEndpoint is { Length: > 0 },
            MediaStreaming = StreamChecks.Media(body.MediaStreamingOptions),
            Transcription = StreamChecks.Transcription(body.TranscriptionOptions),
        };
        // Recorded: an empty calling context of a create doesn't reach the called app.
        bool empty = headers is null or { Voip.Count: 0, Sip.Count: 0 };
        return await queue.RunAsync(() => New(commands.Create(source, settings, empty ? null : headers)));
    }

    public async Task<RestAnswer> AnswerAsync(RestRequest request)
    {
        AnswerCallRequest body = request.Read<AnswerCallRequest>();
        string context = Context(body.IncomingCallContext);
        PartyId? answeredBy = Checks.User(body.AnsweredBy, "answeredBy");
        ConnectionSettings settings = NewSettings(request, body.CallbackUri, body.OperationContext) with
        {
            HasCognitiveServices = body.CallIntelligenceOptions?.CognitiveServicesEndpoint is { Length: > 0 },
            MediaStreaming = StreamChecks.Media(body.MediaStreamingOptions),
            Transcription = StreamChecks.Transcription(body.TranscriptionOptions),
        };
        return await queue.RunAsync(() => New(commands.Answer(context, Settle, answeredBy)));

        ConnectionSettings Settle(IncomingCallOffer offer, PartyId self) => settings with
        {
            Targets = [self],
            Source = offer.Invitation.Caller,
            SourceDisplayName = offer.Called.Number,
            AnsweredBy = self,
            AnsweredFor = offer.Called.Number,
        };
    }

    public async Task<RestAnswer> ConnectAsync(RestRequest request)
    {
        ConnectRequest body = request.Read<ConnectRequest>();
        CallLocation location = Checks.Location(body.CallLocator);
        ConnectionSettings settings = NewSettings(request, body.CallbackUri, body.OperationContext) with
        {
            Source = ids.NewUser(),
            HasCognitiveServices = body.CallIntelligenceOptions?.CognitiveServicesEndpoint is { Length: > 0 },
            MediaStreaming = StreamChecks.Media(body.MediaStreamingOptions),
            Transcription = StreamChecks.Transcription(body.TranscriptionOptions),
        };
        return await queue.RunAsync(() => New(connects.Connect(location, settings)));
    }

    public async Task<RestAnswer> RejectAsync(RestRequest request)
    {
        RejectCallRequest body = request.Read<RejectCallRequest>();
        string context = Context(body.IncomingCallContext);
        RingFailure reason = body.CallRejectReason switch
        {
            null or CallRejectReasons.None => RingFailure.Declined,
            CallRejectReasons.Busy => RingFailure.Busy,
            CallRejectReasons.Forbidden => RingFailure.Forbidden,
            _ => throw ServiceFault.Invalid("The field callRejectReason must be none, busy or forbidden."),
        };
        return await queue.RunAsync(() => RestAnswer.Of(commands.Reject(context, reason)));
    }

    public async Task<RestAnswer> RedirectAsync(RestRequest request)
    {
        RedirectCallRequest body = request.Read<RedirectCallRequest>();
        string context = Context(body.IncomingCallContext);
        PartyId target = Checks.Party(body.Target, "target");
        return await queue.RunAsync(() => RestAnswer.Of(commands.Redirect(context, target)));
    }

    public Task<RestAnswer> GetAsync(RestRequest request) => queue.RunAsync(() =>
    {
        CallConnection call = calls.Get(request.CallConnectionId);
        return RestAnswer.Of(call, CallProperties.Current(call));
    });

    public Task<RestAnswer> HangUpAsync(RestRequest request) =>
        queue.RunAsync(() => RestAnswer.Of(commands.HangUp(request.CallConnectionId)));

    public Task<RestAnswer> TerminateAsync(RestRequest request) =>
        queue.RunAsync(() => RestAnswer.Of(commands.Terminate(request.CallConnectionId)));

    public async Task<RestAnswer> TransferAsync(RestRequest request)
    {
        TransferToParticipantRequest body = request.Read<TransferToParticipantRequest>();
        TransferCommand command = new(
            Checks.Party(body.TargetParticipant, "targetParticipant"),
            Checks.OptionalParty(body.Transferee, "transferee"),
            Checks.Number(body.SourceCallerIdNumber, "sourceCallerIdNumber"),
            Checks.Headers(body.CustomCallingContext),
            Checks.Operation(body.OperationContext, body.OperationCallbackUri));
        return await queue.RunAsync(() =>
        {
            CallConnection call = transfers.Transfer(request.CallConnectionId, command);
            return RestAnswer.Of(
                call, new OperationContextResponse { OperationContext = body.OperationContext }, body.OperationContext);
        });
    }

    private static string Context(string? value) =>
        string.IsNullOrEmpty(value) ? throw ServiceFault.Invalid("The field incomingCallContext is missing.") : value;

    private ConnectionSettings NewSettings(RestRequest request, string? callbackUri, string? operationContext) => new()
    {
        CallbackUri = Checks.CallbackUri(callbackUri, "CallbackUri"),
        ApiVersion = request.ApiVersion,
        OperationContext = Checks.OperationContext(operationContext),
        Targets = [],
        Source = default,
        MediaSubscriptionId = ids.NewId(),
        DataSubscriptionId = ids.NewId(),
    };

    // A repetition shows the call as it is by then (recorded), in full once it is established.
    private RestAnswer New(CallConnection call) => RestAnswer.Of(call, CallProperties.New(call), call.Settings.OperationContext) with
    {
        Replay = () => queue.RunAsync(() => RestAnswer.Of(call, CallProperties.New(call))),
    };
}
