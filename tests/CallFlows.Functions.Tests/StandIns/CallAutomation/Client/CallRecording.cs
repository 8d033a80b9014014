#nullable disable

using CallFlows.Functions.Tests.StandIns;
using CallFlows.Protocol.Rest;

namespace Azure.Communication.CallAutomation;

[Official("Azure.Communication.CallAutomation", "Azure/azure-sdk-for-net: sdk/communication/Azure.Communication.CallAutomation/src/CallRecording.cs")]
public class CallRecording
{
    private readonly ClientPipeline _pipeline;

    internal CallRecording(ClientPipeline pipeline) => _pipeline = pipeline;

    public virtual async Task<Response<RecordingStateResult>> StartAsync(StartRecordingOptions options, CancellationToken cancellationToken = default) =>
        await _pipeline.AskAsync(CallAutomationOperations.StartRecording, [], RecordingWire.Start(options), new RecordingStateResult(), cancellationToken).ConfigureAwait(false);

    public virtual async Task<Response<RecordingStateResult>> GetStateAsync(string recordingId, CancellationToken cancellationToken = default) =>
        await _pipeline.AskAsync(CallAutomationOperations.GetRecording, [recordingId], NoBody.Instance, new RecordingStateResult(), cancellationToken).ConfigureAwait(false);

    public virtual async Task<Response> PauseAsync(string recordingId, CancellationToken cancellationToken = default) =>
        await _pipeline.SendAsync(CallAutomationOperations.PauseRecording, [recordingId], NoBody.Instance, cancellationToken).ConfigureAwait(false);

    public virtual async Task<Response> ResumeAsync(string recordingId, CancellationToken cancellationToken = default) =>
        await _pipeline.SendAsync(CallAutomationOperations.ResumeRecording, [recordingId], NoBody.Instance, cancellationToken).ConfigureAwait(false);

    public virtual async Task<Response> StopAsync(string recordingId, CancellationToken cancellationToken = default) =>
        await _pipeline.SendAsync(CallAutomationOperations.StopRecording, [recordingId], NoBody.Instance, cancellationToken).ConfigureAwait(false);
}
