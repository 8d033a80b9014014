namespace CallFlows.Determinism;

/// <summary>One place in a flow's code that can't be replayed.</summary>
/// <param name="Location">The source line, such as <c>OrderLine.cs:23</c>; the type and method when there are no debug symbols.</param>
/// <param name="Call">What is called there, such as <c>DateTime.UtcNow</c>.</param>
/// <param name="Instead">What to use in its place.</param>
public sealed record DeterminismFinding(string Location, string Call, string Instead)
{
    /// <summary>The finding in one line.</summary>
    public override string ToString() => $"{Location}: {Call} can't be replayed; {Instead}";
}
