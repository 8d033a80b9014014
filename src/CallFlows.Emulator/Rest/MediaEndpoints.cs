using CallFlows.Emulator.Media;
using CallFlows.Emulator.Phones;
using CallFlows.Emulator.Switchboard;
using CallFlows.Protocol.Rest;

namespace CallFlows.Emulator.Rest;

/// <summary>Play, recognize, cancel, DTMF and hold.</summary>
internal sealed class MediaEndpoints(SwitchboardQueue queue, MediaCommands commands)
{
    private const int MaxTonesToSend = 18;

    public async Task<RestAnswer> PlayAsync(RestRequest request)
    {
        PlayRequest body = request.Read<PlayRequest>();
        PlayCommand command = new(
            Checks.Prompts(body.PlaySources, "playSources"),
            (body.PlayTo ?? []).Select((target, index) => Checks.Party(target, $"playTo[{index}]")).ToArray(),
            body.PlayOptions?.Loop ?? false,
            body.InterruptCallMediaOperation ?? false,
            Checks.Operation(body.OperationContext, body.OperationCallbackUri));
        return await queue.RunAsync(
            () => RestAnswer.Of(commands.Play(request.CallConnectionId, command), null, body.OperationContext));
    }

    public async Task<RestAnswer> RecognizeAsync(RestRequest request)
    {
        RecognizeRequest body = request.Read<RecognizeRequest>();
        RecognizeSettings settings = RecognizeReader.Read(body);
        Operation operation = Checks.Operation(body.OperationContext, body.OperationCallbackUri);
        bool interrupt = body.InterruptCallMediaOperation ?? false;
        return await queue.RunAsync(() => RestAnswer.Of(
            commands.Recognize(request.CallConnectionId, settings, operation, interrupt), null, body.OperationContext));
    }

    public Task<RestAnswer> CancelAllAsync(RestRequest request) =>
        queue.RunAsync(() => RestAnswer.Of(commands.CancelAll(request.CallConnectionId)));

    public Task<RestAnswer> StartContinuousDtmfAsync(RestRequest request) =>
        ContinuousDtmfAsync(request, commands.StartContinuousDtmf);

    public Task<RestAnswer> StopContinuousDtmfAsync(RestRequest request) =>
        ContinuousDtmfAsync(request, commands.StopContinuousDtmf);

    public async Task<RestAnswer> SendTonesAsync(RestRequest request)
    {
        SendDtmfTonesRequest body = request.Read<SendDtmfTonesRequest>();
        if (body.Tones is not { Count: > 0 and <= MaxTonesToSend })
            throw ServiceFault.Invalid($"The field tones must have 1 to {MaxTonesToSend} tones.");
        Tone[] tones = body.Tones.Select((tone, index) => Checks.Tone(tone, $"tones[{index}]")).ToArray();
        PartyId target = Checks.Party(body.TargetParticipant, "targetParticipant");
        if (!target.IsPhoneNumber)
            throw ServiceFault.Invalid("The field targetParticipant is no phone number; tones are sent to phones only.");
        Operation operation = Checks.Operation(body.OperationContext, body.OperationCallbackUri);
        return await queue.RunAsync(() => RestAnswer.Of(
            commands.SendTones(request.CallConnectionId, target, tones, operation),
            new OperationContextResponse { OperationContext = body.OperationContext },
            body.OperationContext));
    }

    public async Task<RestAnswer> HoldAsync(RestRequest request)
    {
        HoldRequest body = request.Read<HoldRequest>();
        PartyId target = Checks.Party(body.TargetParticipant, "targetParticipant");
        Prompt? music = body.PlaySourceInfo is null ? null : Checks.Prompt(body.PlaySourceInfo, "playSourceInfo");
        Operation operation = Checks.Operation(body.OperationContext, body.OperationCallbackUri);
        return await queue.RunAsync(() => RestAnswer.Of(
            commands.Hold(request.CallConnectionId, target, music, operation), null, body.OperationContext));
    }

    public async Task<RestAnswer> UnholdAsync(RestRequest request)
    {
        UnholdRequest body = request.Read<UnholdRequest>();
        PartyId target = Checks.Party(body.TargetParticipant, "targetParticipant");
        return await queue.RunAsync(
            () => RestAnswer.Of(commands.Unhold(request.CallConnectionId, target), null, body.OperationContext));
    }

    private async Task<RestAnswer> ContinuousDtmfAsync(
        RestRequest request, Func<string, PartyId, Operation, CallConnection> command)
    {
        ContinuousDtmfRecognitionRequest body = request.Read<ContinuousDtmfRecognitionRequest>();
        PartyId target = Checks.Party(body.TargetParticipant, "targetParticipant");
        Operation operation = Checks.Operation(body.OperationContext, body.OperationCallbackUri);
        return await queue.RunAsync(
            () => RestAnswer.Of(command(request.CallConnectionId, target, operation), null, body.OperationContext));
    }
}
