using CallFlows.Durable;
using CallFlows.Engine.Tests.Sqlite;

namespace CallFlows.Engine.Tests.Conformance;

/// <summary>The embedded engine on a SQLite file as it is used.</summary>
public class SqliteConformanceTests : OrchestrationEngineConformance
{
    private readonly StoreFile _file = new();

    protected virtual EngineOptions Options => new();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _file.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override async Task<IEngineUnderTest> CreateEngineAsync(DurableRegistry registry) =>
        await EmbeddedEngineUnderTest.StartAsync(registry, Options, _file.Store(), nextStore: _file.Store);
}
