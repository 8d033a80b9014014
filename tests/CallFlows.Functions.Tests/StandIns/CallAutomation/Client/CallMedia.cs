#nullable disable

using CallFlows.Functions.Tests.StandIns;
using CallFlows.Protocol.Rest;

namespace Azure.Communication.CallAutomation;

[Official("Azure.Communication.CallAutomation", "Azure/azure-sdk-for-net: sdk/communication/Azure.Communication.CallAutomation/src/CallMedia.cs")]
public class CallMedia
{
    private readonly ClientPipeline _pipeline;

    internal CallMedia(ClientPipeline pipeline, string callConnectionId)
    {
        _pipeline = pipeline;
        CallConnectionId = callConnectionId;
    }

    public virtual string CallConnectionId { get; }

    public virtual async Task<Response<PlayResult>> PlayToAllAsync(PlayToAllOptions options, CancellationToken cancellationToken = default) =>
        await _pipeline.AskForNothingAsync(CallAutomationOperations.Play, [CallConnectionId], MediaWire.PlayToAll(options), new PlayResult(), cancellationToken).ConfigureAwait(false);

    public virtual async Task<Response<PlayResult>> PlayAsync(PlayOptions options, CancellationToken cancellationToken = default) =>
        await _pipeline.AskForNothingAsync(CallAutomationOperations.Play, [CallConnectionId], MediaWire.PlayTo(options), new PlayResult(), cancellationToken).ConfigureAwait(false);

    public virtual async Task<Response<StartRecognizingCallMediaResult>> StartRecognizingAsync(CallMediaRecognizeOptions options, CancellationToken cancellationToken = default) =>
        await _pipeline.AskForNothingAsync(CallAutomationOperations.Recognize, [CallConnectionId], RecognizeWire.Of(options), new StartRecognizingCallMediaResult(), cancellationToken).ConfigureAwait(false);

    public virtual async Task<Response<SendDtmfTonesResult>> SendDtmfTonesAsync(SendDtmfTonesOptions options, CancellationToken cancellationToken = default) =>
        await _pipeline.AskAsync(CallAutomationOperations.SendDtmfTones, [CallConnectionId], MediaWire.SendTones(options), new SendDtmfTonesResult(), cancellationToken).ConfigureAwait(false);

    public virtual async Task<Response> StartContinuousDtmfRecognitionAsync(ContinuousDtmfRecognitionOptions options, CancellationToken cancellationToken = default) =>
        await _pipeline.SendAsync(CallAutomationOperations.StartContinuousDtmfRecognition, [CallConnectionId], MediaWire.ContinuousDtmf(options), cancellationToken).ConfigureAwait(false);

    public virtual async Task<Response> StopContinuousDtmfRecognitionAsync(ContinuousDtmfRecognitionOptions options, CancellationToken cancellationToken = default) =>
        await _pipeline.SendAsync(CallAutomationOperations.StopContinuousDtmfRecognition, [CallConnectionId], MediaWire.ContinuousDtmf(options), cancellationToken).ConfigureAwait(false);

    public virtual async Task<Response> HoldAsync(HoldOptions options, CancellationToken cancellationToken = default) =>
        await _pipeline.SendAsync(CallAutomationOperations.Hold, [CallConnectionId], MediaWire.Hold(options), cancellationToken).ConfigureAwait(false);

    public virtual async Task<Response> UnholdAsync(UnholdOptions options, CancellationToken cancellationToken = default) =>
        await _pipeline.SendAsync(CallAutomationOperations.Unhold, [CallConnectionId], MediaWire.Unhold(options), cancellationToken).ConfigureAwait(false);

    public virtual async Task<Response<CancelAllMediaOperationsResult>> CancelAllMediaOperationsAsync(CancellationToken cancellationToken = default) =>
        await _pipeline.AskForNothingAsync(CallAutomationOperations.CancelAllMediaOperations, [CallConnectionId], NoBody.Instance, new CancelAllMediaOperationsResult(), cancellationToken).ConfigureAwait(false);

    public virtual async Task<Response> StartMediaStreamingAsync(StartMediaStreamingOptions options = null, CancellationToken cancellationToken = default) =>
        await _pipeline.SendAsync(CallAutomationOperations.StartMediaStreaming, [CallConnectionId], StreamWire.StartMedia(options), cancellationToken).ConfigureAwait(false);

    public virtual async Task<Response> StartTranscriptionAsync(StartTranscriptionOptions options = null, CancellationToken cancellationToken = default) =>
        await _pipeline.SendAsync(CallAutomationOperations.StartTranscription, [CallConnectionId], StreamWire.StartTranscription(options), cancellationToken).ConfigureAwait(false);

    public virtual async Task<Response> StopTranscriptionAsync(StopTranscriptionOptions options = null, CancellationToken cancellationToken = default) =>
        await _pipeline.SendAsync(CallAutomationOperations.StopTranscription, [CallConnectionId], StreamWire.StopTranscription(options), cancellationToken).ConfigureAwait(false);

    public virtual async Task<Response> UpdateTranscriptionAsync(UpdateTranscriptionOptions options = null, CancellationToken cancellationToken = default) =>
        await _pipeline.SendAsync(CallAutomationOperations.UpdateTranscription, [CallConnectionId], StreamWire.UpdateTranscription(options), cancellationToken).ConfigureAwait(false);
}
