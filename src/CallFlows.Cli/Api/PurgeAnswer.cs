namespace CallFlows.Cli.Api;

/// <summary>What a purge did.</summary>
internal sealed record PurgeAnswer
{
    public required int Purged { get; init; }
}
