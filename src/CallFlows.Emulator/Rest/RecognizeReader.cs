using CallFlows.Emulator.Media;
using CallFlows.Emulator.Phones;
using CallFlows.Emulator.Switchboard;
using CallFlows.Protocol.Rest;

namespace CallFlows.Emulator.Rest;

/// <summary>Reads what a recognize request asks for, with the service's defaults.</summary>
internal static class RecognizeReader
{
    private const int DefaultInitialSilence = 5;
    private const int DefaultInterTone = 2;
    private const int DefaultEndSilenceMs = 2000;
    private const int MaxTones = 1000;
    private const int MaxChoices = 100;
    private const int MaxPhrases = 100;
    private const int MaxPhraseLength = 1000;

    public static RecognizeSettings Read(RecognizeRequest request)
    {
        RecognizeOptionsModel options = request.RecognizeOptions
            ?? throw ServiceFault.Invalid("The field recognizeOptions is missing.");
        RecognizeSettings settings = new()
        {
            Target = Checks.Party(options.TargetParticipant, "recognizeOptions.targetParticipant"),
            Prompts = Prompts(request),
            InterruptPrompt = options.InterruptPrompt ?? true,
            InitialSilence = Checks.Seconds(
                options.InitialSilenceTimeoutInSeconds, 0, 300, "recognizeOptions.initialSilenceTimeoutInSeconds")
                ?? TimeSpan.FromSeconds(DefaultInitialSilence),
            EndSilence = EndSilence(options.SpeechOptions),
        };
        return request.RecognizeInputType switch
        {
            RecognizeInputTypes.Dtmf => WithTones(settings, options.DtmfOptions),
            RecognizeInputTypes.Speech => settings with { AcceptsSpeech = true },
            RecognizeInputTypes.SpeechOrDtmf => WithTones(settings, options.DtmfOptions) with { AcceptsSpeech = true },
            RecognizeInputTypes.Choices => settings with
            {
                AcceptsSpeech = true,
                AcceptsTones = true,
                Choices = Choices(options.Choices),
            },
            _ => throw ServiceFault.Invalid("The field recognizeInputType must be dtmf, speech, speechOrDtmf or choices."),
        };
    }

    private static IReadOnlyList<Prompt> Prompts(RecognizeRequest request)
    {
        if (request.PlayPrompts is { Count: > 0 } prompts)
            return Checks.Prompts(prompts, "playPrompts");
        return request.PlayPrompt is null ? [] : [Checks.Prompt(request.PlayPrompt, "playPrompt")];
    }

    private static RecognizeSettings WithTones(RecognizeSettings settings, DtmfOptionsModel? options)
    {
        int most = options?.MaxTonesToCollect ?? MaxTones;
        if (most is < 1 or > MaxTones)
            throw ServiceFault.Invalid($"The field recognizeOptions.dtmfOptions.maxTonesToCollect is {most}; it must be 1 to {MaxTones}.");
        return settings with
        {
            AcceptsTones = true,
            MaxTones = most,
            InterTone = Checks.Seconds(
                options?.InterToneTimeoutInSeconds, 1, 60, "recognizeOptions.dtmfOptions.interToneTimeoutInSeconds")
                ?? TimeSpan.FromSeconds(DefaultInterTone),
            StopTones = (options?.StopTones ?? [])
                .Select(tone => Checks.Tone(tone, "recognizeOptions.dtmfOptions.stopTones")).ToArray(),
        };
    }

    private static TimeSpan EndSilence(SpeechOptionsModel? options)
    {
        long milliseconds = options?.EndSilenceTimeoutInMs ?? DefaultEndSilenceMs;
        return milliseconds is >= 0 and <= 60_000
            ? TimeSpan.FromMilliseconds(milliseconds)
            : throw ServiceFault.Invalid(
                $"The field recognizeOptions.speechOptions.endSilenceTimeoutInMs is {milliseconds}; it must be 0 to 60000.");
    }

    private static RecognizeChoice[] Choices(IReadOnlyList<RecognitionChoiceModel>? models)
    {
        if (models is not { Count: > 0 and <= MaxChoices })
            throw ServiceFault.Invalid($"The field recognizeOptions.choices must have 1 to {MaxChoices} choices.");
        RecognizeChoice[] choices = models.Select(Choice).ToArray();
        bool someWithTone = choices.Any(choice => choice.Tone is not null);
        if (someWithTone && choices.Any(choice => choice.Tone is null))
            throw ServiceFault.Invalid("The field recognizeOptions.choices must give every choice a tone, or none.");
        return choices;
    }

    private static RecognizeChoice Choice(RecognitionChoiceModel? model, int index)
    {
        string name = $"recognizeOptions.choices[{index}]";
        if (string.IsNullOrEmpty(model?.Label))
            throw ServiceFault.Invalid($"The field {name}.label is missing.");
        if (model.Phrases is not { Count: > 0 and <= MaxPhrases } phrases || phrases.Any(string.IsNullOrWhiteSpace))
            throw ServiceFault.Invalid($"The field {name}.phrases must have 1 to {MaxPhrases} phrases, none of them empty.");
        Checks.Bounded(model.Label, MaxPhraseLength, $"{name}.label");
        foreach (string phrase in phrases)
            Checks.Bounded(phrase, MaxPhraseLength, $"{name}.phrases");
        Tone? tone = model.Tone is null ? null : Checks.Tone(model.Tone, $"{name}.tone");
        return new RecognizeChoice(model.Label, phrases, tone);
    }
}
