namespace CallFlows.Benchmarks.Stores;

/// <summary>Where an engine keeps what it stores.</summary>
internal enum StoreKind
{
    Memory,
    Sqlite,
}
