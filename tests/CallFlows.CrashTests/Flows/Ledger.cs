using System.Text;

namespace CallFlows.CrashTests.Flows;

/// <summary>A file that is only ever appended to, one line at a time.</summary>
internal sealed class Ledger(string path)
{
    private readonly Lock _gate = new();

    /// <summary>The lines so far. One that a kill has torn is an error.</summary>
    public IReadOnlyList<LedgerLine> Read() => File.Exists(path)
        ? [.. File.ReadAllLines(path).Select(line => line.Split('\t')).Select(parts => new LedgerLine(parts[0], parts[1], parts[2], parts[3]))]
        : [];

    public void Append(LedgerLine line)
    {
        byte[] bytes = Encoding.UTF8.GetBytes($"{line.ExecutionId}\t{line.InstanceId}\t{line.Caller}\t{line.Outcome}\n");
        lock (_gate)
        {
            // Unbuffered and in one write: a kill comes before it or after it.
            using FileStream file = new(path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
            file.Write(bytes);
        }
    }
}
