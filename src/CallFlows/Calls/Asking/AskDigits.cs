using CallFlows.Actions;
using CallFlows.Prompts;
using CallFlows.Recognition;

namespace CallFlows.Calls.Asking;

/// <summary>A question answered with digits. Immutable: every method gives a new question.</summary>
public sealed record AskDigits : Question<AskDigits>
{
    /// <summary>Most digits that may be asked for.</summary>
    public const int MaxDigits = 100;

    private AskDigits(IReadOnlyList<Prompt> prompts)
        : base(prompts)
    {
    }

    /// <summary>Fewest digits that fit.</summary>
    public int Min { get; private init; } = 1;

    /// <summary>Most digits that fit.</summary>
    public int Max { get; private init; } = 20;

    /// <summary>The key that ends the input, or null.</summary>
    public Tone? EndKey { get; private init; } = Tone.Pound;

    /// <summary>How long to wait for the next key, or null for the service's default of 2 seconds.</summary>
    public TimeSpan? InterToneTimeout { get; private init; }

    /// <summary>What the caller is asked to make sure, or null to take the digits as they are.</summary>
    public Func<string, Menu>? Confirmation { get; private init; }

    /// <summary>A question that begins with this prompt.</summary>
    /// <param name="prompt">A text, SSML or file.</param>
    public static AskDigits Say(Prompt prompt) => new([prompt]);

    /// <summary>Takes this many digits, and no key to end them.</summary>
    /// <param name="count">1 to <see cref="MaxDigits"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">Out of that range.</exception>
    public AskDigits Exactly(int count) => Between(count, count) with { EndKey = null };

    /// <summary>Takes a number of digits in a range; # ends them early.</summary>
    /// <param name="min">Fewest, 1 or more.</param>
    /// <param name="max">Most, up to <see cref="MaxDigits"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">Out of that range, or the wrong way round.</exception>
    public AskDigits Between(int min, int max)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(min, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(max, min);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(max, MaxDigits);
        return this with { Min = min, Max = max };
    }

    /// <summary>The key that ends the input. Default #.</summary>
    public AskDigits EndedBy(Tone key) => this with { EndKey = key };

    /// <summary>How long to wait for the next key. Default is the service's: 2 seconds.</summary>
    /// <param name="pause">1 to 60 seconds.</param>
    /// <exception cref="ArgumentOutOfRangeException">Out of that range.</exception>
    public AskDigits PauseBetweenKeys(TimeSpan pause)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pause, TimeSpan.FromSeconds(1));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pause, TimeSpan.FromSeconds(60));
        return this with { InterToneTimeout = pause };
    }

    /// <summary>Reads the digits back and takes them only when the caller presses 1.</summary>
    public AskDigits Confirmed() => Confirmed(digits =>
        Menu.Say($"You entered {string.Join(' ', digits.AsEnumerable())}. If that is right press 1. To enter it again press 2.")
            .Option(Confirm, Tone.One).Option("again", Tone.Two).Tries(2));

    /// <summary>Asks a menu of the author's, and takes the digits only when its first option is chosen.</summary>
    /// <param name="menu">Makes the menu from the digits.</param>
    public AskDigits Confirmed(Func<string, Menu> menu)
    {
        ArgumentNullException.ThrowIfNull(menu);
        return this with { Confirmation = menu };
    }

    /// <summary>What the service is asked to recognise.</summary>
    internal Recognize ToRecognize(AskOutcome? last) => new()
    {
        Kind = RecognitionKind.Dtmf,
        Participant = Participant,
        Prompts = PromptsAfter(last),
        InterruptPrompt = BargeIn,
        InitialSilence = InitialSilence,
        MaxTones = Max,
        InterToneTimeout = InterToneTimeout,
        StopTones = EndKey is { } key ? [key] : [],
    };

    /// <summary>The digits without the key that ends them, or null when they don't fit.</summary>
    internal string? Read(IReadOnlyList<Tone> tones)
    {
        IEnumerable<Tone> given = EndKey is { } end && tones.Count > 0 && tones[^1] == end ? tones.SkipLast(1) : tones;
        string digits = given.ToText();
        return digits.Length >= Min && digits.Length <= Max && digits.All(char.IsAsciiDigit) ? digits : null;
    }

    private const string Confirm = "yes";
}
