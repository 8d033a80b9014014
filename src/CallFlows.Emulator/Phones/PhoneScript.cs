namespace CallFlows.Emulator.Phones;

/// <summary>
/// What a phone is to do in one call, as a list of steps. Immutable: every method answers a longer script. A step starts
/// when the one before it is done.
/// </summary>
public sealed class PhoneScript
{
    private PhoneScript(IReadOnlyList<PhoneStep> steps) => Steps = steps;

    internal IReadOnlyList<PhoneStep> Steps { get; }

    /// <summary>An empty script.</summary>
    /// <returns>The script.</returns>
    public static PhoneScript Create() => new([]);

    /// <summary>Calls somebody and waits until the call is answered.</summary>
    /// <param name="target">A phone number or raw id.</param>
    /// <param name="displayName">The caller's name, as shown to the called app.</param>
    /// <returns>The longer script.</returns>
    public PhoneScript Calls(string target, string displayName = "")
    {
        PhoneDirectory.Parse(target);
        return With(new PhoneStep.Call(target, displayName));
    }

    /// <summary>Waits for a call and answers it.</summary>
    /// <param name="after">How long it rings first; zero or more.</param>
    /// <returns>The longer script.</returns>
    public PhoneScript Answers(TimeSpan after = default) => With(new PhoneStep.Answer(NotNegative(after)));

    /// <summary>Waits for a call and declines it.</summary>
    /// <param name="after">How long it rings first; zero or more.</param>
    /// <returns>The longer script.</returns>
    public PhoneScript Declines(TimeSpan after = default) => With(new PhoneStep.Decline(NotNegative(after)));

    /// <summary>Waits for a call and turns it away as busy.</summary>
    /// <returns>The longer script.</returns>
    public PhoneScript IsBusy() => With(new PhoneStep.BeBusy());

    /// <summary>Waits for a call and lets it ring until the caller gives up.</summary>
    /// <returns>The longer script.</returns>
    public PhoneScript LetsRing() => With(new PhoneStep.LetRing());

    /// <summary>
    /// Waits for a prompt with this text. Prompts before it are passed over; a prompt counts for one step only. A prompt
    /// that started since the last one matched counts even if the script was busy with another step then.
    /// </summary>
    /// <param name="text">Part of the prompt's words or file address; case and punctuation don't count.</param>
    /// <param name="point">Whether the step is done at the prompt's start (so that the next one can barge in) or at its end.</param>
    /// <returns>The longer script.</returns>
    public PhoneScript Hears(string text, HearPoint point = HearPoint.Start)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return With(new PhoneStep.Hear(text, point));
    }

    /// <summary>Presses keys, one after another.</summary>
    /// <param name="tones">The keys.</param>
    /// <returns>The longer script.</returns>
    public PhoneScript Presses(params IReadOnlyList<Tone> tones) => With(new PhoneStep.Press(tones.ToArray()));

    /// <summary>Presses keys given as keypad characters.</summary>
    /// <param name="keys">0–9, A–D, # and *, e.g. <c>"12#"</c>.</param>
    /// <returns>The longer script.</returns>
    /// <exception cref="FormatException">A character is no key.</exception>
    public PhoneScript Presses(string keys) => Presses(Tones.FromKeys(keys));

    /// <summary>Says something.</summary>
    /// <param name="text">The words.</param>
    /// <returns>The longer script.</returns>
    public PhoneScript Says(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return With(new PhoneStep.Say(text));
    }

    /// <summary>Lets time pass, by the emulator's clock.</summary>
    /// <param name="time">How long; zero or more.</param>
    /// <returns>The longer script.</returns>
    public PhoneScript WaitsFor(TimeSpan time) => With(new PhoneStep.Wait(NotNegative(time)));

    /// <summary>Waits until no prompt has played for a while.</summary>
    /// <param name="time">How long it must be silent; zero or more.</param>
    /// <returns>The longer script.</returns>
    public PhoneScript WaitsForSilence(TimeSpan time) => With(new PhoneStep.WaitSilence(NotNegative(time)));

    /// <summary>Hangs up.</summary>
    /// <returns>The longer script.</returns>
    public PhoneScript HangsUp() => With(new PhoneStep.HangUp());

    /// <summary>Waits until the call ends from the other side.</summary>
    /// <returns>The longer script.</returns>
    public PhoneScript WaitsForHangUp() => With(new PhoneStep.AwaitHangUp());

    private static TimeSpan NotNegative(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        return time;
    }

    private PhoneScript With(PhoneStep step) => new([.. Steps, step]);
}
