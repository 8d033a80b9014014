using CallFlows.Actions;
using CallFlows.Prompts;
using CallFlows.Recognition;

namespace CallFlows.Calls.Asking;

/// <summary>A question with options, answered by a key or by speech. Immutable: every method gives a new menu.</summary>
public sealed record Menu : Question<Menu>
{
    private Menu(IReadOnlyList<Prompt> prompts)
        : base(prompts)
    {
    }

    /// <summary>The options in order.</summary>
    public IReadOnlyList<MenuOption> Options { get; private init; } = [];

    /// <summary>A menu that begins with this prompt.</summary>
    /// <param name="prompt">A text, SSML or file.</param>
    public static Menu Say(Prompt prompt) => new([prompt]);

    /// <summary>Adds an option.</summary>
    /// <param name="label">What the result names it by.</param>
    /// <param name="tone">The key for it.</param>
    /// <param name="phrases">What the caller may say for it; none for the key only.</param>
    /// <exception cref="ArgumentException">The label, the key or a phrase is taken by another option.</exception>
    public Menu Option(string label, Tone tone, params string[] phrases) => Add(new MenuOption(label, tone, phrases));

    /// <summary>Adds an option that is only spoken.</summary>
    /// <param name="label">What the result names it by.</param>
    /// <param name="phrases">What the caller may say for it.</param>
    /// <exception cref="ArgumentException">There is no phrase, or the label or a phrase is taken by another option.</exception>
    public Menu Option(string label, params string[] phrases) => phrases is { Length: > 0 }
        ? Add(new MenuOption(label, null, phrases))
        : throw new ArgumentException($"The option '{label}' has neither a key nor a phrase. Give it one, or nobody could choose it.", nameof(phrases));

    /// <summary>What the service is asked to recognise.</summary>
    /// <exception cref="InvalidOperationException">The menu has no option, or only some of its options have a key.</exception>
    internal Recognize ToRecognize(AskOutcome? last)
    {
        if (Options.Count == 0)
        {
            throw new InvalidOperationException("The menu has no option to choose from; add one with Option(…).");
        }

        bool spoken = Options.Any(o => o.Phrases.Count > 0);
        if (spoken && Options.Any(o => o.Tone is null) && Options.Any(o => o.Tone is not null))
        {
            throw new InvalidOperationException($"Either every option of a menu has a key or none has, because the service refuses a mixture; '{Options.First(o => o.Tone is null).Label}' has none, and others have one.");
        }

        Recognize recognize = new()
        {
            Kind = spoken ? RecognitionKind.Choices : RecognitionKind.Dtmf,
            Participant = Participant,
            Prompts = PromptsAfter(last),
            InterruptPrompt = BargeIn,
            InitialSilence = InitialSilence,
            SpeechLanguage = SpeechLanguage,
        };
        return spoken
            ? recognize with { Choices = [.. Options.Select(o => new RecognitionChoice(o.Label, o.Phrases.Count > 0 ? o.Phrases : [o.Label], o.Tone))] }
            : recognize with { MaxTones = 1 };
    }

    /// <summary>The option that was recognised, or null when it is none of these.</summary>
    internal MenuOption? Find(Recognized answer) => answer.Choice is { } label
        ? Options.FirstOrDefault(o => string.Equals(o.Label, label, StringComparison.Ordinal))
        : answer.Tones is [var tone] ? Options.FirstOrDefault(o => o.Tone == tone) : null;

    private Menu Add(MenuOption option)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(option.Label);
        foreach (MenuOption other in Options)
        {
            if (string.Equals(other.Label, option.Label, StringComparison.Ordinal))
            {
                throw new ArgumentException($"The menu has an option '{option.Label}' already.", nameof(option));
            }

            if (option.Tone is { } tone && other.Tone == tone)
            {
                throw new ArgumentException($"The key {tone.ToChar()} is taken by option '{other.Label}'. Give option '{option.Label}' another one.", nameof(option));
            }

            if (option.Phrases.Intersect(other.Phrases, StringComparer.OrdinalIgnoreCase).FirstOrDefault() is { } phrase)
            {
                throw new ArgumentException($"The phrase '{phrase}' is taken by option '{other.Label}'. Give option '{option.Label}' another one.", nameof(option));
            }
        }

        return this with { Options = [.. Options, option] };
    }
}
