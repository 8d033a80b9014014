namespace CallFlows.Emulator.Faults;

/// <summary>
/// What goes wrong on purpose, and how often: things that the real service and the network between do now and then. All off unless set.
/// Each chance is 0 (never) to 1 (always).
/// </summary>
public sealed record FaultOptions
{
    /// <summary>Makes the choices the same in every run with the same traffic. Null for others each time.</summary>
    public int? Seed { get; set; }

    /// <summary>Chance that a callback is delivered a second time under the same id.</summary>
    public double RepeatCallback { get; set; }

    /// <summary>Chance that a callback is held up, together with the later ones of its connection: those of other connections overtake them.</summary>
    public double DelayCallback { get; set; }

    /// <summary>How long a callback is held up at most, by the emulator's clock. Above 0, up to 1 hour.</summary>
    public TimeSpan LongestCallbackDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Chance that an action that took effect is answered late, so that its callbacks come before its answer. Not on a clock that stands still
    /// while the application waits for an answer.
    /// </summary>
    public double DelayAnswer { get; set; }

    /// <summary>How long an answer is late, by the emulator's clock. Above 0, up to 1 minute.</summary>
    public TimeSpan AnswerDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Chance that the connection breaks after an action took effect, so that its answer is lost.</summary>
    public double LoseAnswer { get; set; }

    /// <summary>Chance that an action is answered with 500 after it took effect.</summary>
    public double FailAnswer { get; set; }

    /// <summary>Chance that an action is turned away with 503 before it is looked at.</summary>
    public double RefuseAction { get; set; }

    /// <summary>Which actions are hit, by operation name as in the action log, such as <c>Play</c>; empty for all. Reads never are.</summary>
    public IList<string> Actions { get; set; } = [];
}
