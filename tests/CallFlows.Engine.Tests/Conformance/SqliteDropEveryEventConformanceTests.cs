namespace CallFlows.Engine.Tests.Conformance;

/// <summary>The embedded engine on a SQLite file when every execution is rebuilt from it for every event.</summary>
public sealed class SqliteDropEveryEventConformanceTests : SqliteConformanceTests
{
    protected override EngineOptions Options => new() { DropAfterEveryEvent = true };
}
