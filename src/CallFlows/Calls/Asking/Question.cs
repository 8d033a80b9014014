using CallFlows.Endpoints;
using CallFlows.Prompts;

namespace CallFlows.Calls.Asking;

/// <summary>What every question to a caller has: prompts, tries, and how long to wait.</summary>
/// <typeparam name="TSelf">The kind of question.</typeparam>
public abstract record Question<TSelf>
    where TSelf : Question<TSelf>
{
    /// <summary>Most times a question may be asked.</summary>
    public const int MaxTries = 20;

    private protected Question(IReadOnlyList<Prompt> prompts)
    {
        ArgumentNullException.ThrowIfNull(prompts);
        Prompts = prompts.Count > 0 ? prompts : throw new ArgumentException("A question needs a prompt.", nameof(prompts));
    }

    /// <summary>What is played each time.</summary>
    public IReadOnlyList<Prompt> Prompts { get; private protected init; }

    /// <summary>What is played before asking again when nothing was given; null for nothing.</summary>
    public Prompt? NoInputPrompt { get; private protected init; }

    /// <summary>What is played before asking again when the answer did not fit; null for nothing.</summary>
    public Prompt? NoMatchPrompt { get; private protected init; }

    /// <summary>How many times to ask, at most.</summary>
    public int TryCount { get; private protected init; } = 3;

    /// <summary>How long to wait for the first key or word after the prompt.</summary>
    public TimeSpan InitialSilence { get; private protected init; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether a key or speech breaks the prompt off.</summary>
    public bool BargeIn { get; private protected init; } = true;

    /// <summary>The language spoken, or null for the service's default.</summary>
    public string? SpeechLanguage { get; private protected init; }

    /// <summary>Whom to ask; null for the other party of the call.</summary>
    public CallEndpoint? Participant { get; private protected init; }

    private TSelf Self => (TSelf)this;

    /// <summary>Plays something more after the prompts there are.</summary>
    public TSelf Then(Prompt prompt) => Self with { Prompts = [.. Prompts, prompt] };

    /// <summary>What is played before asking again when nothing was given.</summary>
    public TSelf OnNoInput(Prompt prompt) => Self with { NoInputPrompt = prompt };

    /// <summary>What is played before asking again when the answer did not fit.</summary>
    public TSelf OnNoMatch(Prompt prompt) => Self with { NoMatchPrompt = prompt };

    /// <summary>How many times to ask, at most. Default 3.</summary>
    /// <param name="count">1 to <see cref="MaxTries"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">Out of that range.</exception>
    public TSelf Tries(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MaxTries);
        return Self with { TryCount = count };
    }

    /// <summary>How long to wait for the first key or word after the prompt. Default 5 seconds.</summary>
    /// <param name="silence">0 to 300 seconds.</param>
    /// <exception cref="ArgumentOutOfRangeException">Out of that range.</exception>
    public TSelf WaitAtMost(TimeSpan silence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(silence, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(silence, TimeSpan.FromSeconds(300));
        return Self with { InitialSilence = silence };
    }

    /// <summary>Plays the prompt to its end whatever the caller does.</summary>
    public TSelf WithoutBargeIn() => Self with { BargeIn = false };

    /// <summary>The language the caller speaks, such as <c>en-US</c>.</summary>
    public TSelf InLanguage(string language)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(language);
        return Self with { SpeechLanguage = language };
    }

    /// <summary>Asks this participant of a call of several.</summary>
    public TSelf To(CallEndpoint participant)
    {
        ArgumentNullException.ThrowIfNull(participant);
        return Self with { Participant = participant };
    }

    /// <summary>What to play at the next try.</summary>
    internal IReadOnlyList<Prompt> PromptsAfter(AskOutcome? last)
    {
        Prompt? first = last switch
        {
            AskOutcome.NoInput => NoInputPrompt,
            AskOutcome.NoMatch => NoMatchPrompt,
            _ => null,
        };
        return first is null ? Prompts : [first, .. Prompts];
    }
}
