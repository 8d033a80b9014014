namespace CallFlows.CrashTests.Judging;

/// <summary>What was found: facts for the table, and what differs from what must be.</summary>
internal sealed class Verdict
{
    private readonly List<(string Name, string Value)> _facts = [];
    private readonly List<string> _differences = [];

    /// <summary>What the table shows.</summary>
    public IReadOnlyList<(string Name, string Value)> Facts => _facts;

    /// <summary>What differs; empty when all is as it must be.</summary>
    public IReadOnlyList<string> Differences => _differences;

    public bool IsGood => _differences.Count == 0;

    public void Say(string name, object value) => _facts.Add((name, FormattableString.Invariant($"{value}")));

    public void Require(bool holds, string difference)
    {
        if (!holds)
        {
            _differences.Add(difference);
        }
    }
}
