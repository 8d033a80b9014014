#nullable disable

using CallFlows.Protocol.Rest;

namespace Azure.Communication.CallAutomation;

internal static class RecognizeWire
{
    public static RecognizeRequest Of(CallMediaRecognizeOptions options) => new()
    {
        RecognizeInputType = options.InputType.ToString(),
        PlayPrompt = MediaWire.Source(options.Prompt),
        PlayPrompts = options.PlayPrompts is { Count: > 0 } prompts ? MediaWire.Sources(prompts) : null,
        InterruptCallMediaOperation = options.InterruptCallMediaOperation,
        RecognizeOptions = Options(options),
        OperationContext = options.OperationContext,
        OperationCallbackUri = options.OperationCallbackUri?.AbsoluteUri,
    };

    private static RecognizeOptionsModel Options(CallMediaRecognizeOptions options)
    {
        RecognizeOptionsModel model = new()
        {
            TargetParticipant = options.TargetParticipant.ToWire(),
            InterruptPrompt = options.InterruptPrompt,
            InitialSilenceTimeoutInSeconds = (int)options.InitialSilenceTimeout.TotalSeconds,
        };
        return options switch
        {
            // The official client reads no language from options for keys alone.
            CallMediaRecognizeDtmfOptions dtmf => model with { DtmfOptions = Dtmf(dtmf.InterToneTimeout, dtmf.MaxTonesToCollect, dtmf.StopTones) },
            CallMediaRecognizeSpeechOptions speech => Language(model, options) with { SpeechOptions = Speech(speech.EndSilenceTimeout) },
            CallMediaRecognizeSpeechOrDtmfOptions both => Language(model, options) with
            {
                DtmfOptions = Dtmf(both.InterToneTimeout, both.MaxTonesToCollect, both.StopTones),
                SpeechOptions = Speech(both.EndSilenceTimeout),
            },
            CallMediaRecognizeChoiceOptions choices => Language(model, options) with { Choices = [.. choices.Choices.Select(Choice)] },
            _ => throw new NotSupportedException(options.GetType().Name),
        };
    }

    private static RecognizeOptionsModel Language(RecognizeOptionsModel model, CallMediaRecognizeOptions options) => model with
    {
        SpeechLanguage = options.SpeechLanguage,
        SpeechRecognitionModelEndpointId = options.SpeechModelEndpointId,
    };

    private static DtmfOptionsModel Dtmf(TimeSpan betweenKeys, int maxTones, IEnumerable<DtmfTone> stopTones) => new()
    {
        InterToneTimeoutInSeconds = (int)betweenKeys.TotalSeconds,
        MaxTonesToCollect = maxTones,
        StopTones = [.. stopTones.Select(tone => tone.ToString())],
    };

    private static SpeechOptionsModel Speech(TimeSpan endSilence) => new() { EndSilenceTimeoutInMs = (long)endSilence.TotalMilliseconds };

    private static RecognitionChoiceModel Choice(RecognitionChoice choice) => new()
    {
        Label = choice.Label,
        Phrases = [.. choice.Phrases],
        Tone = choice.Tone?.ToString(),
    };
}
