using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace CallFlows.Tests.Harness;

/// <summary>Runs a story once with the execution kept in memory and once with it rebuilt after every event.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BothWaysAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([new TheoryDataRow(Execution.Kept), new TheoryDataRow(Execution.Replayed)]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
