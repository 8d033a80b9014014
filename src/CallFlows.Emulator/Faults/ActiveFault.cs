namespace CallFlows.Emulator.Faults;

/// <summary>A rule that was given to the emulator, and how often it has had effect.</summary>
/// <param name="Id">Names it; never used twice.</param>
/// <param name="Hits">How many requests, callbacks or rings it has hit.</param>
/// <param name="IsSpent">Whether it has hit as many as it was to.</param>
/// <param name="Rule">The rule.</param>
public sealed record ActiveFault(int Id, int Hits, bool IsSpent, FaultRule Rule);
