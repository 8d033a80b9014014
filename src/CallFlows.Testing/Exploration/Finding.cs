namespace CallFlows.Testing.Exploration;

/// <summary>A run that went wrong.</summary>
/// <param name="Problem">What is wrong.</param>
/// <param name="Schedule">Names the run's faults, for <see cref="ExplorationOptions.Only"/>; empty for the run without faults.</param>
/// <param name="Faults">The faults in words.</param>
/// <param name="Transcript">Everything that happened in the run up to when it went wrong.</param>
/// <param name="Report">All of it, for people.</param>
public sealed record Finding(string Problem, string Schedule, IReadOnlyList<string> Faults, string Transcript, string Report);
