using CallFlows.Emulator.Phones;

namespace CallFlows.CrashTests.Playing;

/// <summary>A call, and how it must go.</summary>
/// <param name="Kind">What kind of call, for the table.</param>
/// <param name="Caller">Who calls.</param>
/// <param name="Script">What the caller does.</param>
/// <param name="Outcome">What the ledger must say.</param>
/// <param name="Heard">What the caller must hear, in order.</param>
internal sealed record PlannedCall(string Kind, string Caller, PhoneScript Script, string Outcome, IReadOnlyList<string> Heard)
{
    /// <summary>Whether the caller may hang up before hearing anything.</summary>
    public bool MayHearLess { get; init; }

    /// <summary>Who is brought into the call, or null.</summary>
    public string? Colleague { get; init; }

    /// <summary>What they do, or null.</summary>
    public PhoneScript? ColleagueScript { get; init; }
}
