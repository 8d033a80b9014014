using System.Text;

namespace CallFlows.Testing.Replay;

/// <summary>Code can't go on with calls that are recorded, and most likely not with those that are under way.</summary>
public sealed class ReplayGateException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="broken">What is broken, at least one.</param>
    /// <param name="count">How many histories were looked at.</param>
    public ReplayGateException(IReadOnlyList<BrokenHistory> broken, int count)
        : base(Describe(broken, count)) => Broken = broken;

    /// <summary>What is broken, in the order of the files' names.</summary>
    public IReadOnlyList<BrokenHistory> Broken { get; }

    private static string Describe(IReadOnlyList<BrokenHistory> broken, int count)
    {
        ArgumentNullException.ThrowIfNull(broken);
        StringBuilder text = new();
        text.Append(broken.Count == 1 ? "1 of " : $"{broken.Count} of ").Append(count)
            .Append(count == 1 ? " recorded history does" : " recorded histories do").Append(" not fit the code:");
        foreach (BrokenHistory history in broken)
        {
            text.Append("\n\n");
            if (history.History is { } recorded)
            {
                text.Append(history.File).Append(": ").Append(recorded.Flow).Append(" v").Append(recorded.Version)
                    .Append(", ").Append(recorded.Status.ToString().ToLowerInvariant()).Append("\n  ");
            }

            text.Append(history.Problem).Append(".\n  ").Append(history.Advice);
        }

        return text.ToString();
    }
}
