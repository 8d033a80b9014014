namespace CallFlows.CrashTests.Flows;

/// <summary>A line of the ledger.</summary>
/// <param name="ExecutionId">The piece of work that wrote it: the same when it was done again after a crash.</param>
/// <param name="InstanceId">The flow.</param>
/// <param name="Caller">Who called, as a raw id.</param>
/// <param name="Outcome">How it went.</param>
internal sealed record LedgerLine(string ExecutionId, string InstanceId, string Caller, string Outcome);
