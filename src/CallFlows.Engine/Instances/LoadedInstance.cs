using CallFlows.Engine.Execution;
using CallFlows.Engine.Store;

namespace CallFlows.Engine.Instances;

/// <summary>An instance in memory.</summary>
internal sealed class LoadedInstance(InstanceRecord record)
{
    // Measured: a call flow that has answered and asks a question takes about 10 KiB, a bare orchestrator that waits for an event 2.
    private const long BytesOfAnExecution = 10 * 1024;

    private long _historyBytes;

    public InstanceRecord Record { get; set; } = record;

    /// <summary>Its running code; null when it has ended, or has not been rebuilt yet.</summary>
    public LiveExecution? Live { get; set; }

    /// <summary>Its history until the code is rebuilt from it; null afterwards.</summary>
    public List<HistoryEvent>? History { get; set; }

    /// <summary>About how much memory it takes.</summary>
    public long EstimatedBytes => BytesOfAnExecution + _historyBytes;

    /// <summary>Notes that its history has grown.</summary>
    public void Weigh(HistoryEvent happened) => _historyBytes += happened.Payload.Utf8.Length;

    /// <summary>Notes that its history begins anew.</summary>
    public void WeighNothing() => _historyBytes = 0;
}
