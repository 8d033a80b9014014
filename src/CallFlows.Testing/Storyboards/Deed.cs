namespace CallFlows.Testing.Storyboards;

/// <summary>What a person does, or what happens outside.</summary>
internal abstract record Deed
{
    /// <summary>Calls somebody.</summary>
    public sealed record Calls(string To, string As) : Deed;

    /// <summary>What the phone does when it rings, call after call; the last goes on for ever.</summary>
    public sealed record Rings(IReadOnlyList<RingStep> Steps) : Deed;

    /// <summary>Presses keys.</summary>
    public sealed record Presses(string Keys) : Deed;

    /// <summary>Says something.</summary>
    public sealed record Says(string Words) : Deed;

    /// <summary>Waits until something more is said, or the call ends.</summary>
    public sealed record IsSilent : Deed;

    /// <summary>Lets time pass; what is done next comes just then.</summary>
    public sealed record Waits(TimeSpan Time) : Deed;

    /// <summary>Hangs up, or gives up dialling.</summary>
    public sealed record HangsUp : Deed;

    /// <summary>Something outside of the calls, which the test carries out.</summary>
    public sealed record Happens(string What) : Deed;
}
