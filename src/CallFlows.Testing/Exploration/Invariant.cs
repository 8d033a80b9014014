namespace CallFlows.Testing.Exploration;

/// <summary>What must be so in every run.</summary>
/// <param name="Name">What it is, in words.</param>
/// <param name="Holds">Whether it is so.</param>
/// <param name="OnlyAtTheEnd">Whether it is looked at when everything is over, rather than after everything that happens.</param>
internal sealed record Invariant(string Name, Func<CallFlowTest, bool> Holds, bool OnlyAtTheEnd);
