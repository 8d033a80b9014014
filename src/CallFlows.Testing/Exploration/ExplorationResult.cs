using System.Globalization;
using System.Text;

namespace CallFlows.Testing.Exploration;

/// <summary>What an exploration came to.</summary>
public sealed class ExplorationResult
{
    internal ExplorationResult(int schedules, IReadOnlyDictionary<FaultType, int> byFault, int seed, Finding? finding)
    {
        Schedules = schedules;
        ByFault = byFault;
        Seed = seed;
        Finding = finding;
    }

    /// <summary>How many runs there were, the one without faults included.</summary>
    public int Schedules { get; }

    /// <summary>How many of them held a fault of each type.</summary>
    public IReadOnlyDictionary<FaultType, int> ByFault { get; }

    /// <summary>What combinations were drawn by.</summary>
    public int Seed { get; }

    /// <summary>The smallest schedule that went wrong; null when none did.</summary>
    public Finding? Finding { get; }

    /// <summary>How many schedules there were of what, and what was found.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{Schedules} schedules");
        if (ByFault.Count > 0)
        {
            text.Append(": ").AppendJoin(", ", ByFault.OrderBy(count => count.Key).Select(count => $"{count.Key} {count.Value}"));
        }

        return text.Append(". ").Append(Finding is null ? "Nothing was found." : Finding.Report).ToString();
    }
}
