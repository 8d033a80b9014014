namespace CallFlows.Testing.Exploration;

/// <summary>What must be so in every run.</summary>
/// <param name="Name">What it is, in words.</param>
/// <param name="Holds">Whether it is so.</param>
/// <param name="OnlyAtTheEnd">Whether it is looked at when everything is over, rather than after everything that happens.</param>
internal sealed record Invariant(string Name, Func<CallFlowTest, bool> Holds, bool OnlyAtTheEnd)
{
    /// <summary>What is wrong with it in a run; null when it holds. An invariant that throws does not hold.</summary>
    public string? ComplaintOf(CallFlowTest run)
    {
        try
        {
            return Holds(run) ? null : $"An invariant is broken: {Name}.";
        }
        catch (Exception problem)
        {
            return $"An invariant can't be told: {Name}: {problem.GetType().Name}: {problem.Message}";
        }
    }
}
