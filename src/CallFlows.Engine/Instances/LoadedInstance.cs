using CallFlows.Engine.Execution;
using CallFlows.Engine.Store;

namespace CallFlows.Engine.Instances;

/// <summary>An instance in memory.</summary>
internal sealed class LoadedInstance(InstanceRecord record)
{
    public InstanceRecord Record { get; set; } = record;

    /// <summary>Its running code; null when it has ended, or has not been rebuilt yet.</summary>
    public LiveExecution? Live { get; set; }

    /// <summary>Its history until the code is rebuilt from it; null afterwards.</summary>
    public List<HistoryEvent>? History { get; set; }
}
