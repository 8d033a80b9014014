using CallFlows.Benchmarks.Workload;

namespace CallFlows.Benchmarks.Bare;

/// <summary>Rows that wait to be written. Made once for each caller, and used again.</summary>
internal sealed class BareCommit
{
    public Signal<bool> Written { get; } = new();

    public BareCommitKind Kind { get; private set; }

    public long Number { get; private set; }

    public int Round { get; private set; }

    public byte[] InstanceId { get; private set; } = [];

    public byte[] ExecutionId { get; private set; } = [];

    public byte[] EventId { get; private set; } = [];

    public BareCommit Fill(BareCommitKind kind, long number, int round, byte[] instanceId, byte[] executionId, byte[] eventId)
    {
        Kind = kind;
        Number = number;
        Round = round;
        InstanceId = instanceId;
        ExecutionId = executionId;
        EventId = eventId;
        return this;
    }
}
