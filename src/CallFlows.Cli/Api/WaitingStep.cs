namespace CallFlows.Cli.Api;

/// <summary>A line of a flow that waits.</summary>
internal sealed record WaitingStep(string? Step, string? Source, DateTimeOffset Since, int? Call = null)
{
    public override string ToString() => $"{Step} {Source}{(Call is { } call ? $" (call {call})" : "")}";
}
