using CallFlows.Actions;
using CallFlows.CallAutomation.Gateway.Requests;
using CallFlows.Recognition;
using Sdk = Azure.Communication.CallAutomation;

namespace CallFlows.Functions.Gateway.Mapping;

internal static class RecognizeOptionsMapping
{
    /// <summary>Options of a recognition that has a participant and, where keys are taken, their number.</summary>
    public static Sdk.CallMediaRecognizeOptions Of(Recognize action, OperationMarks marks)
    {
        Sdk.CallMediaRecognizeOptions options = action.Kind switch
        {
            RecognitionKind.Dtmf => Dtmf(action),
            RecognitionKind.Speech => Speech(action),
            RecognitionKind.SpeechOrDtmf => SpeechOrDtmf(action),
            _ => new Sdk.CallMediaRecognizeChoiceOptions(action.Participant.ToIdentifier(), action.Choices.Select(Choice)),
        };
        options.InterruptPrompt = action.InterruptPrompt;
        options.InterruptCallMediaOperation = action.InterruptOther;
        options.InitialSilenceTimeout = WholeSeconds(action.InitialSilence);
        options.SpeechLanguage = action.SpeechLanguage;
        options.SpeechModelEndpointId = action.SpeechModelEndpointId;
        options.OperationContext = marks.Context;
        options.OperationCallbackUri = marks.Callback;
        if (action.Prompts.Count == 1)
            options.Prompt = action.Prompts[0].ToPlaySource();
        else if (action.Prompts.Count > 1)
            options.PlayPrompts = [.. action.Prompts.ToPlaySources()];
        return options;
    }

    private static Sdk.CallMediaRecognizeDtmfOptions Dtmf(Recognize action)
    {
        Sdk.CallMediaRecognizeDtmfOptions options = new(action.Participant.ToIdentifier(), action.MaxTones.GetValueOrDefault())
        {
            StopTones = [.. action.StopTones.ToDtmfTones()],
        };
        if (action.InterToneTimeout is { } pause)
            options.InterToneTimeout = WholeSeconds(pause);
        return options;
    }

    private static Sdk.CallMediaRecognizeSpeechOptions Speech(Recognize action)
    {
        Sdk.CallMediaRecognizeSpeechOptions options = new(action.Participant.ToIdentifier());
        if (action.EndSilence is { } pause)
            options.EndSilenceTimeout = WholeMilliseconds(pause);
        return options;
    }

    private static Sdk.CallMediaRecognizeSpeechOrDtmfOptions SpeechOrDtmf(Recognize action)
    {
        Sdk.CallMediaRecognizeSpeechOrDtmfOptions options = new(action.Participant.ToIdentifier(), action.MaxTones.GetValueOrDefault())
        {
            StopTones = [.. action.StopTones.ToDtmfTones()],
        };
        if (action.InterToneTimeout is { } betweenKeys)
            options.InterToneTimeout = WholeSeconds(betweenKeys);
        if (action.EndSilence is { } endOfSpeech)
            options.EndSilenceTimeout = WholeMilliseconds(endOfSpeech);
        return options;
    }

    private static Sdk.RecognitionChoice Choice(RecognitionChoice choice) => new(choice.Label, choice.Phrases)
    {
        Tone = choice.Tone?.ToDtmfTone(),
    };

    // The client cuts fractions off; these are rounded up before.
    private static TimeSpan WholeSeconds(TimeSpan time) => TimeSpan.FromSeconds(WireTime.Seconds(time).GetValueOrDefault());

    private static TimeSpan WholeMilliseconds(TimeSpan time) => TimeSpan.FromMilliseconds(WireTime.Milliseconds(time).GetValueOrDefault());
}
