using CallFlows.Emulator.Streams;
using CallFlows.Emulator.Switchboard;
using CallFlows.Protocol.Rest;

namespace CallFlows.Emulator.Rest;

/// <summary>Start, change and stop streams of sound and of transcription.</summary>
internal sealed class StreamEndpoints(SwitchboardQueue queue, StreamCommands commands)
{
    public Task<RestAnswer> StartMediaAsync(RestRequest request) => ChangeAsync(request, commands.StartMedia);

    public Task<RestAnswer> StopMediaAsync(RestRequest request) => ChangeAsync(request, commands.StopMedia);

    public Task<RestAnswer> StopTranscriptionAsync(RestRequest request) => ChangeAsync(request, commands.StopTranscription);

    public async Task<RestAnswer> StartTranscriptionAsync(RestRequest request)
    {
        StartTranscriptionRequest body = request.ReadOptional<StartTranscriptionRequest>();
        Operation operation = Checks.Operation(body.OperationContext, body.OperationCallbackUri);
        string? locale = body.Locale is null ? null : StreamChecks.Locale(body.Locale, "locale");
        return await queue.RunAsync(() => RestAnswer.Of(
            commands.StartTranscription(request.CallConnectionId, operation, locale, body.SpeechModelEndpointId), null, body.OperationContext));
    }

    public async Task<RestAnswer> UpdateTranscriptionAsync(RestRequest request)
    {
        UpdateTranscriptionRequest body = request.Read<UpdateTranscriptionRequest>();
        Operation operation = Checks.Operation(body.OperationContext, body.OperationCallbackUri);
        string locale = StreamChecks.Locale(body.Locale, "locale");
        return await queue.RunAsync(() => RestAnswer.Of(
            commands.UpdateTranscription(request.CallConnectionId, operation, locale, body.SpeechModelEndpointId), null, body.OperationContext));
    }

    private async Task<RestAnswer> ChangeAsync(RestRequest request, Func<string, Operation, CallConnection> command)
    {
        MediaOperationRequest body = request.ReadOptional<MediaOperationRequest>();
        Operation operation = Checks.Operation(body.OperationContext, body.OperationCallbackUri);
        return await queue.RunAsync(() => RestAnswer.Of(command(request.CallConnectionId, operation), null, body.OperationContext));
    }
}
