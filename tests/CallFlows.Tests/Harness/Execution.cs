namespace CallFlows.Tests.Harness;

/// <summary>How the engine runs a story: with the execution kept in memory, or rebuilt from its history after every event.</summary>
public enum Execution
{
    Kept,
    Replayed,
}
