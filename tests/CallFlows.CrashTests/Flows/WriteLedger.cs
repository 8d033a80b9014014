using CallFlows.Flows;

namespace CallFlows.CrashTests.Flows;

/// <summary>Writes one line about a call that is over.</summary>
/// <param name="Caller">Who called, as a raw id.</param>
/// <param name="Outcome">One of <see cref="Outcomes"/>, or what went wrong.</param>
internal sealed record WriteLedger(string Caller, string Outcome) : IActivity<bool>;
