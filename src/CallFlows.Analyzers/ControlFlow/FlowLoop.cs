namespace CallFlows.Analyzers.ControlFlow;

/// <summary>A loop of a function.</summary>
/// <param name="header">The block each round begins with.</param>
/// <param name="blocks">All its blocks, the header among them.</param>
internal sealed class FlowLoop(int header, HashSet<int> blocks)
{
    public int Header { get; } = header;

    public HashSet<int> Blocks { get; } = blocks;
}
