namespace CallFlows.Testing.Storyboards;

/// <summary>What a phone does with some calls.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="After">How long it rings before it is answered; null for as long as usual.</param>
/// <param name="Times">With how many calls.</param>
internal sealed record RingStep(RingKind Kind, TimeSpan? After, int Times);

/// <summary>What a phone does when it rings.</summary>
internal enum RingKind
{
    /// <summary>Somebody answers.</summary>
    Answers,

    /// <summary>Somebody declines.</summary>
    Declines,

    /// <summary>The line is busy.</summary>
    IsBusy,

    /// <summary>Nobody answers.</summary>
    NeverAnswers,
}
