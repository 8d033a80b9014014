using CallFlows.Actions;
using CallFlows.CallAutomation.Mapping;
using CallFlows.Endpoints;
using CallFlows.Prompts;
using CallFlows.Protocol.Rest;
using CallFlows.Recognition;

namespace CallFlows.CallAutomation.Gateway.Requests;

internal static class MediaBodies
{
    public static PlayRequest Play(Play action, OperationMarks marks) => new()
    {
        PlaySources = Sources(action.Prompts),
        PlayTo = [.. (action.To ?? []).Select(endpoint => endpoint.ToModel())],
        InterruptCallMediaOperation = action.InterruptOther ? true : null,
        PlayOptions = new() { Loop = action.Loop },
        OperationContext = marks.OperationContext,
        OperationCallbackUri = marks.OperationCallbackUri,
    };

    public static RecognizeRequest Recognize(Recognize action, OperationMarks marks) => new()
    {
        RecognizeInputType = action.Kind switch
        {
            RecognitionKind.Dtmf => RecognizeInputTypes.Dtmf,
            RecognitionKind.Speech => RecognizeInputTypes.Speech,
            RecognitionKind.SpeechOrDtmf => RecognizeInputTypes.SpeechOrDtmf,
            _ => RecognizeInputTypes.Choices,
        },
        PlayPrompt = action.Prompts.Count == 1 ? action.Prompts[0].ToModel() : null,
        PlayPrompts = action.Prompts.Count > 1 ? Sources(action.Prompts) : null,
        InterruptCallMediaOperation = action.InterruptOther,
        RecognizeOptions = Options(action),
        OperationContext = marks.OperationContext,
        OperationCallbackUri = marks.OperationCallbackUri,
    };

    public static SendDtmfTonesRequest SendTones(SendDtmfTones action, OperationMarks marks) => new()
    {
        Tones = [.. action.Tones.Select(tone => tone.ToWire())],
        TargetParticipant = action.Participant.ToModel(),
        OperationContext = marks.OperationContext,
        OperationCallbackUri = marks.OperationCallbackUri,
    };

    public static ContinuousDtmfRecognitionRequest ContinuousDtmf(CallEndpoint participant, OperationMarks marks) => new()
    {
        TargetParticipant = participant.ToModel(),
        OperationContext = marks.OperationContext,
        OperationCallbackUri = marks.OperationCallbackUri,
    };

    public static HoldRequest Hold(Hold action, OperationMarks marks) => new()
    {
        TargetParticipant = action.Participant.ToModel(),
        PlaySourceInfo = action.Music?.ToModel(),
        OperationContext = marks.OperationContext,
        OperationCallbackUri = marks.OperationCallbackUri,
    };

    public static UnholdRequest Unhold(Unhold action, OperationMarks marks) => new()
    {
        TargetParticipant = action.Participant.ToModel(),
        OperationContext = marks.OperationContext,
        OperationCallbackUri = marks.OperationCallbackUri,
    };

    private static RecognizeOptionsModel Options(Recognize action) => new()
    {
        InterruptPrompt = action.InterruptPrompt,
        InitialSilenceTimeoutInSeconds = WireTime.Seconds(action.InitialSilence),
        TargetParticipant = action.Participant.ToModel(),
        SpeechLanguage = action.SpeechLanguage,
        SpeechRecognitionModelEndpointId = action.SpeechModelEndpointId,
        DtmfOptions = action.Kind is RecognitionKind.Dtmf or RecognitionKind.SpeechOrDtmf ? Dtmf(action) : null,
        Choices = action.Kind is RecognitionKind.Choices ? [.. action.Choices.Select(Choice)] : null,
        SpeechOptions = action.Kind is RecognitionKind.Speech or RecognitionKind.SpeechOrDtmf ? Speech(action) : null,
    };

    private static DtmfOptionsModel Dtmf(Recognize action) => new()
    {
        InterToneTimeoutInSeconds = WireTime.Seconds(action.InterToneTimeout),
        MaxTonesToCollect = action.MaxTones,
        StopTones = [.. action.StopTones.Select(tone => tone.ToWire())],
    };

    private static SpeechOptionsModel? Speech(Recognize action) =>
        action.EndSilence is null ? null : new() { EndSilenceTimeoutInMs = WireTime.Milliseconds(action.EndSilence) };

    private static RecognitionChoiceModel Choice(RecognitionChoice choice) => new()
    {
        Label = choice.Label,
        Phrases = choice.Phrases,
        Tone = choice.Tone?.ToWire(),
    };

    private static IReadOnlyList<PlaySourceModel> Sources(IEnumerable<Prompt> prompts) => [.. prompts.Select(prompt => prompt.ToModel())];
}
