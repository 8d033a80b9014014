namespace CallFlows.Emulator.Phones;

/// <summary>What a phone does by itself when it rings.</summary>
public sealed record RingBehavior
{
    private RingBehavior(RingReaction reaction, TimeSpan after)
    {
        Reaction = reaction;
        After = after;
    }

    /// <summary>Rings until somebody answers it or the caller gives up. What a phone does that a script or a person drives.</summary>
    public static RingBehavior Ignore { get; } = new(RingReaction.Ignore, TimeSpan.Zero);

    /// <summary>Turns the call away as busy, at once.</summary>
    public static RingBehavior Busy { get; } = new(RingReaction.Busy, TimeSpan.Zero);

    internal RingReaction Reaction { get; }

    internal TimeSpan After { get; }

    /// <summary>Answers.</summary>
    /// <param name="after">How long it rings first; zero or more.</param>
    /// <returns>The behaviour.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public static RingBehavior Answer(TimeSpan after) => new(RingReaction.Answer, NotNegative(after));

    /// <summary>Declines.</summary>
    /// <param name="after">How long it rings first; zero or more.</param>
    /// <returns>The behaviour.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public static RingBehavior Decline(TimeSpan after) => new(RingReaction.Decline, NotNegative(after));

    private static TimeSpan NotNegative(TimeSpan after)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(after, TimeSpan.Zero);
        return after;
    }
}

internal enum RingReaction
{
    Ignore,
    Answer,
    Decline,
    Busy,
}
