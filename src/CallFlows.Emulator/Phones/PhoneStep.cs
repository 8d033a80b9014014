namespace CallFlows.Emulator.Phones;

/// <summary>One step of a <see cref="PhoneScript"/>.</summary>
internal abstract record PhoneStep
{
    public sealed record Call(string Target, string DisplayName) : PhoneStep
    {
        public override string ToString() => $"calls {Target} and waits for the answer";
    }

    public sealed record Answer(TimeSpan After) : PhoneStep
    {
        public override string ToString() => "waits for a call to answer";
    }

    public sealed record Decline(TimeSpan After) : PhoneStep
    {
        public override string ToString() => "waits for a call to decline";
    }

    public sealed record BeBusy : PhoneStep
    {
        public override string ToString() => "waits for a call to turn away as busy";
    }

    public sealed record LetRing : PhoneStep
    {
        public override string ToString() => "waits for a call to leave unanswered";
    }

    public sealed record Hear(string Text, HearPoint Point) : PhoneStep
    {
        public override string ToString() => $"waits to hear \"{Text}\"";
    }

    public sealed record Press(IReadOnlyList<Tone> Keys) : PhoneStep
    {
        public override string ToString() => $"presses {string.Concat(Keys.Select(Tones.ToKey))}";
    }

    public sealed record Say(string Text) : PhoneStep
    {
        public override string ToString() => $"says \"{Text}\"";
    }

    public sealed record Wait(TimeSpan Time) : PhoneStep
    {
        public override string ToString() => $"waits {Time.TotalSeconds:0.###} s";
    }

    public sealed record WaitSilence(TimeSpan Time) : PhoneStep
    {
        public override string ToString() => $"waits for {Time.TotalSeconds:0.###} s of silence";
    }

    public sealed record HangUp : PhoneStep
    {
        public override string ToString() => "hangs up";
    }

    public sealed record AwaitHangUp : PhoneStep
    {
        public override string ToString() => "waits for the other side to hang up";
    }
}
