using CallFlows.Actions;
using CallFlows.Calls.Transcripts;
using CallFlows.Flows.Running;

namespace CallFlows.Calls.Asking;

/// <summary>Asks a question until it is answered or its tries are used up.</summary>
internal sealed class Asker(Func<Recognize, Step, CancellationToken, Task<Recognized>> recognize, TranscriptRecorder transcript)
{
    public async Task<Choice> AskAsync(Menu menu, Step step, CancellationToken cancellationToken)
    {
        AskOutcome last = AskOutcome.NoInput;
        for (int attempt = 1; attempt <= menu.TryCount; attempt++)
        {
            Recognized answer = await recognize(menu.ToRecognize(attempt == 1 ? null : last), step, cancellationToken);
            if (answer.Outcome == RecognizeOutcome.Interrupted)
            {
                return new Choice(AskOutcome.Interrupted, null, attempt);
            }

            if (answer.Outcome == RecognizeOutcome.Recognized && menu.Find(answer) is { } option)
            {
                return new Choice(AskOutcome.Given, option.Label, attempt, answer.Speech, answer.Confidence);
            }

            last = Rate(answer);
        }

        return new Choice(last, null, menu.TryCount);
    }

    public async Task<Digits> AskAsync(AskDigits question, Step step, CancellationToken cancellationToken)
    {
        AskOutcome last = AskOutcome.NoInput;
        for (int attempt = 1; attempt <= question.TryCount; attempt++)
        {
            Recognized answer = await recognize(question.ToRecognize(attempt == 1 ? null : last), step, cancellationToken);
            if (answer.Outcome == RecognizeOutcome.Interrupted)
            {
                return new Digits(AskOutcome.Interrupted, "", attempt);
            }

            if (answer.Outcome != RecognizeOutcome.Recognized || question.Read(answer.Tones) is not { } digits)
            {
                last = Rate(answer);
                continue;
            }

            if (question.Confirmation is not { } confirmation)
            {
                return new Digits(AskOutcome.Given, digits, attempt);
            }

            Menu menu = confirmation(digits);
            Choice confirmed = await AskAsync(menu, step, cancellationToken);
            if (confirmed.Given && confirmed.Is(menu.Options[0].Label))
            {
                return new Digits(AskOutcome.Given, digits, attempt);
            }

            if (confirmed.Outcome == AskOutcome.Interrupted)
            {
                return new Digits(AskOutcome.Interrupted, "", attempt);
            }

            // The caller took the digits back: asking again needs no reproach.
            last = AskOutcome.Given;
        }

        return new Digits(last == AskOutcome.Given ? AskOutcome.NoMatch : last, "", question.TryCount);
    }

    private AskOutcome Rate(Recognized answer)
    {
        if (answer.Outcome == RecognizeOutcome.Recognized)
        {
            transcript.Service(TranscriptKind.NoMatch, "that is not one of the answers");
        }

        return answer.Outcome is RecognizeOutcome.NoInput or RecognizeOutcome.Unconfirmed ? AskOutcome.NoInput : AskOutcome.NoMatch;
    }
}
