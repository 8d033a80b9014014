using CallFlows.Actions;
using CallFlows.Calls.Transcripts;
using CallFlows.Events;
using CallFlows.Flows.Running;
using CallFlows.Recognition;

namespace CallFlows.Calls;

/// <summary>The service's rules for recognising: what may be asked, and what its codes mean.</summary>
internal static class RecognizeRules
{
    private const int InterDigitTimedOut = 8532;

    /// <summary>Refuses what the service would refuse, with a clearer message and before anything is sent.</summary>
    public static Recognize Checked(Recognize recognize)
    {
        if (recognize.Participant is null)
        {
            throw new ArgumentException("Whom to listen to is not known; set Participant of a Recognize, or say To(…) on a question.", nameof(recognize));
        }

        Range(recognize.InitialSilence, 0, 300, nameof(recognize.InitialSilence));
        if (recognize.InterToneTimeout is { } pause)
        {
            Range(pause, 1, 60, nameof(recognize.InterToneTimeout));
        }

        bool keys = recognize.Kind is RecognitionKind.Dtmf or RecognitionKind.SpeechOrDtmf;
        if (keys && recognize.MaxTones is not (>= 1 and <= 1000))
        {
            throw new ArgumentException($"Recognising keys needs MaxTones of 1 to 1000; it is {recognize.MaxTones?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "not set"}.", nameof(recognize));
        }

        if (recognize.Kind == RecognitionKind.Choices)
        {
            CheckChoices(recognize.Choices);
        }

        return recognize;
    }

    public static Recognized Read(Recognize action, CallEvent? outcome, TranscriptRecorder transcript) => outcome switch
    {
        null => new Recognized(RecognizeOutcome.Unconfirmed),
        RecognizeCanceled => new Recognized(RecognizeOutcome.Interrupted) { Result = outcome.Result },
        RecognizeCompleted completed => new Recognized(RecognizeOutcome.Recognized)
        {
            Tones = completed.Tones ?? [],
            Choice = completed.ChoiceLabel,
            Speech = completed.Speech ?? completed.RecognizedPhrase,
            Confidence = completed.Confidence,
            Result = completed.Result,
        },
        // Documented as completed and as failed: either way these keys were pressed, then none.
        RecognizeFailed { Result.SubCode: InterDigitTimedOut, Tones: { Count: > 0 } tones } => new Recognized(RecognizeOutcome.Recognized) { Tones = tones, Result = outcome.Result },
        RecognizeFailed { Result.SubCode: 8509 or 8510 or 8570 or InterDigitTimedOut } => new Recognized(RecognizeOutcome.NoInput) { Result = outcome.Result },
        RecognizeFailed { Result.SubCode: 8534 or 8547 or 8563 } => new Recognized(RecognizeOutcome.NoMatch) { Result = outcome.Result },
        _ => throw ActionOutcomes.Failure(action, outcome, transcript),
    };

    public static void Note(Recognize action, Recognized recognized, TranscriptRecorder transcript)
    {
        switch (recognized.Outcome)
        {
            case RecognizeOutcome.Recognized when recognized.Tones.Count > 0:
                transcript.OtherParty(TranscriptKind.Keys, $"presses {recognized.Tones.ToText()}");
                break;
            case RecognizeOutcome.Recognized when recognized.Speech is { } speech:
                transcript.OtherParty(TranscriptKind.Speech, speech);
                break;
            case RecognizeOutcome.Recognized when recognized.Choice is { } choice:
                transcript.OtherParty(TranscriptKind.Keys, $"presses {KeyOf(action, choice)} (\"{choice}\")");
                break;
            case RecognizeOutcome.NoInput:
                transcript.OtherParty(TranscriptKind.Silence, "gives no answer");
                break;
            case RecognizeOutcome.NoMatch:
                transcript.OtherParty(TranscriptKind.NoMatch, "gives an answer that fits nothing");
                break;
        }
    }

    private static string KeyOf(Recognize action, string choice) =>
        action.Choices.FirstOrDefault(c => c.Label == choice)?.Tone is { } tone ? tone.ToChar().ToString() : "a key";

    private static void CheckChoices(IReadOnlyList<RecognitionChoice> choices)
    {
        if (choices.Count == 0)
        {
            throw new ArgumentException("Recognising choices needs at least one choice; set Choices.", nameof(choices));
        }

        if (choices.FirstOrDefault(choice => choice.Phrases.Count == 0) is { } mute)
        {
            throw new ArgumentException($"The choice '{mute.Label}' has no phrase; the service needs at least one for every choice, also for one with a key.", nameof(choices));
        }

        if (choices.Any(choice => choice.Tone is null) && choices.Any(choice => choice.Tone is not null))
        {
            throw new ArgumentException($"Either every choice has a key or none has, because the service refuses a mixture; '{choices.First(choice => choice.Tone is null).Label}' has none, and others have one.", nameof(choices));
        }
    }

    private static void Range(TimeSpan value, int minSeconds, int maxSeconds, string name)
    {
        if (value < TimeSpan.FromSeconds(minSeconds) || value > TimeSpan.FromSeconds(maxSeconds))
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be {minSeconds} to {maxSeconds} seconds.");
        }
    }
}
