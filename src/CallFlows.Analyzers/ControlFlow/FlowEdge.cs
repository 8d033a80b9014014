namespace CallFlows.Analyzers.ControlFlow;

/// <summary>A way from one block of a method to the next.</summary>
/// <param name="from">The block it leaves.</param>
/// <param name="to">The block it leads to, or <see cref="Thrown"/>.</param>
/// <param name="when">What the block's condition must be for it; null when it does not depend on one.</param>
/// <param name="after">The way into a finally block that must have been gone for this one to lead out of it; null for none.</param>
internal sealed class FlowEdge(int from, int to, bool? when, FlowEdge? after)
{
    /// <summary>Out of the method, by an exception.</summary>
    public const int Thrown = -1;

    public int From { get; } = from;

    public int To { get; } = to;

    public bool? When { get; } = when;

    public FlowEdge? After { get; } = after;
}
