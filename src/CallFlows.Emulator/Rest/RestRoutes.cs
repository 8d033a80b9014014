using CallFlows.Emulator.Callbacks;
using CallFlows.Protocol.Rest;

namespace CallFlows.Emulator.Rest;

/// <summary>Which operation is served by what.</summary>
internal sealed class RestRoutes(
    RestPipeline pipeline, CallEndpoints calls, ParticipantEndpoints participants, MediaEndpoints media, RecordingEndpoints recordings,
    StreamEndpoints streams, TokenSigner tokens,
    EmulatorAddress address)
{
    /// <summary>How each operation is served.</summary>
    private Dictionary<CallAutomationOperation, Func<RestRequest, Task<RestAnswer>>> Served => field ??= new()
    {
        [CallAutomationOperations.CreateCall] = calls.CreateAsync,
        [CallAutomationOperations.AnswerCall] = calls.AnswerAsync,
        [CallAutomationOperations.ConnectCall] = calls.ConnectAsync,
        [CallAutomationOperations.RejectCall] = calls.RejectAsync,
        [CallAutomationOperations.RedirectCall] = calls.RedirectAsync,
        [CallAutomationOperations.GetCall] = calls.GetAsync,
        [CallAutomationOperations.HangUp] = calls.HangUpAsync,
        [CallAutomationOperations.Terminate] = calls.TerminateAsync,
        [CallAutomationOperations.TransferToParticipant] = calls.TransferAsync,
        [CallAutomationOperations.GetParticipants] = participants.ListAsync,
        [CallAutomationOperations.GetParticipant] = participants.GetAsync,
        [CallAutomationOperations.AddParticipant] = participants.AddAsync,
        [CallAutomationOperations.CancelAddParticipant] = participants.CancelAddAsync,
        [CallAutomationOperations.RemoveParticipant] = participants.RemoveAsync,
        [CallAutomationOperations.MoveParticipants] = participants.MoveAsync,
        [CallAutomationOperations.MuteParticipant] = participants.MuteAsync,
        [CallAutomationOperations.UnmuteParticipant] = participants.UnmuteAsync,
        [CallAutomationOperations.Play] = media.PlayAsync,
        [CallAutomationOperations.Recognize] = media.RecognizeAsync,
        [CallAutomationOperations.CancelAllMediaOperations] = media.CancelAllAsync,
        [CallAutomationOperations.StartContinuousDtmfRecognition] = media.StartContinuousDtmfAsync,
        [CallAutomationOperations.StopContinuousDtmfRecognition] = media.StopContinuousDtmfAsync,
        [CallAutomationOperations.SendDtmfTones] = media.SendTonesAsync,
        [CallAutomationOperations.Hold] = media.HoldAsync,
        [CallAutomationOperations.Unhold] = media.UnholdAsync,
        [CallAutomationOperations.StartMediaStreaming] = streams.StartMediaAsync,
        [CallAutomationOperations.StopMediaStreaming] = streams.StopMediaAsync,
        [CallAutomationOperations.StartTranscription] = streams.StartTranscriptionAsync,
        [CallAutomationOperations.UpdateTranscription] = streams.UpdateTranscriptionAsync,
        [CallAutomationOperations.StopTranscription] = streams.StopTranscriptionAsync,
        [CallAutomationOperations.StartRecording] = recordings.StartAsync,
        [CallAutomationOperations.GetRecording] = recordings.GetAsync,
        [CallAutomationOperations.PauseRecording] = recordings.PauseAsync,
        [CallAutomationOperations.ResumeRecording] = recordings.ResumeAsync,
        [CallAutomationOperations.StopRecording] = recordings.StopAsync,
    };

    public void Map(IEndpointRouteBuilder endpoints)
    {
        foreach (CallAutomationOperation operation in Served.Keys)
            endpoints.MapMethods(operation.Template, [operation.Method], HandlerOf(operation));

        endpoints.Map("/calling/{**path}", pipeline.NoOperationAsync);
        endpoints.MapGet(EmulatorAddress.MetadataPath, WriteMetadataAsync);
        endpoints.MapGet(EmulatorAddress.KeysPath, WriteKeysAsync);
    }

    /// <summary>What serves an operation.</summary>
    public RequestDelegate HandlerOf(CallAutomationOperation operation) => pipeline.For(operation, Served[operation]);

    /// <summary>Answers what is no operation.</summary>
    public Task NoOperationAsync(HttpContext context) => pipeline.NoOperationAsync(context);

    /// <summary>Tells who signs the tokens of callbacks.</summary>
    public Task WriteMetadataAsync(HttpContext context) => context.Response.WriteAsJsonAsync(new
    {
        issuer = address.Issuer,
        jwks_uri = address.KeysAddressFor(context.Request),
        id_token_signing_alg_values_supported = new[] { "RS256" },
    });

    /// <summary>Tells the keys that they are signed with.</summary>
    public Task WriteKeysAsync(HttpContext context) => context.Response.WriteAsJsonAsync(tokens.KeySet());
}
