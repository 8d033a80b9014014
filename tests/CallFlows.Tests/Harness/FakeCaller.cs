using CallFlows.Actions;
using CallFlows.Events;
using CallFlows.Recognition;

namespace CallFlows.Tests.Harness;

/// <summary>The person at the other end: what they give each time they are asked. Silent when nothing is left.</summary>
internal sealed class FakeCaller
{
    private readonly Queue<Func<Recognize, CallEvent>> _answers = new();

    public FakeCaller Presses(string keys)
    {
        IReadOnlyList<Tone> tones = Tones.Parse(keys);
        return Gives(recognize => recognize.Kind == RecognitionKind.Choices
            ? recognize.Choices.FirstOrDefault(choice => choice.Tone == tones[0]) is { } chosen
                ? new RecognizeCompleted { RecognitionType = RecognitionKind.Choices, ChoiceLabel = chosen.Label, Result = new ResultInformation(200, 8545, "") }
                : new RecognizeFailed { Result = Results.WrongTone }
            : new RecognizeCompleted { RecognitionType = RecognitionKind.Dtmf, Tones = tones, Result = new ResultInformation(200, 8533, "") });
    }

    public FakeCaller Says(string phrase) => Gives(recognize =>
        recognize.Choices.FirstOrDefault(choice => choice.Phrases.Contains(phrase)) is { } chosen
            ? new RecognizeCompleted
            {
                RecognitionType = RecognitionKind.Choices,
                ChoiceLabel = chosen.Label,
                RecognizedPhrase = phrase,
                Confidence = 0.9,
                Result = new ResultInformation(200, 8545, ""),
            }
            : new RecognizeFailed { Result = Results.NotUnderstood });

    public FakeCaller IsSilent() => Gives(new RecognizeFailed { Result = Results.Silence });

    public FakeCaller Mumbles() => Gives(new RecognizeFailed { Result = Results.NotUnderstood });

    public FakeCaller Gives(CallEvent answer) => Gives(_ => answer);

    public CallEvent Answer(Recognize recognize)
    {
        lock (_answers)
        {
            return _answers.TryDequeue(out Func<Recognize, CallEvent>? answer) ? answer(recognize) : new RecognizeFailed { Result = Results.Silence };
        }
    }

    private FakeCaller Gives(Func<Recognize, CallEvent> answer)
    {
        lock (_answers)
        {
            _answers.Enqueue(answer);
        }

        return this;
    }
}
