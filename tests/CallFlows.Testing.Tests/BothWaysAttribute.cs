using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace CallFlows.Testing.Tests;

/// <summary>Runs a story once as it is, and once with the flow rebuilt from its history after every event.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BothWaysAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([new TheoryDataRow(false), new TheoryDataRow(true)]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
