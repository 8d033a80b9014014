using CallFlows.Emulator.Callbacks;
using CallFlows.Protocol.Rest;

namespace CallFlows.Emulator.Rest;

/// <summary>Which operation is served by what.</summary>
internal sealed class RestRoutes(
    RestPipeline pipeline, CallEndpoints calls, ParticipantEndpoints participants, MediaEndpoints media, RecordingEndpoints recordings,
    StreamEndpoints streams, TokenSigner tokens,
    EmulatorAddress address)
{
    public void Map(IEndpointRouteBuilder endpoints)
    {
        Dictionary<CallAutomationOperation, Func<RestRequest, Task<RestAnswer>>> served = new()
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
        foreach ((CallAutomationOperation operation, Func<RestRequest, Task<RestAnswer>> handle) in served)
            endpoints.MapMethods(operation.Template, [operation.Method], pipeline.For(operation, handle));

        endpoints.Map("/calling/{**path}", pipeline.NoOperationAsync);
        endpoints.MapGet(EmulatorAddress.MetadataPath, (HttpRequest request) => Results.Json(new
        {
            issuer = address.Issuer,
            jwks_uri = address.KeysAddressFor(request),
            id_token_signing_alg_values_supported = new[] { "RS256" },
        }));
        endpoints.MapGet(EmulatorAddress.KeysPath, () => Results.Json(tokens.KeySet()));
    }
}
