using CallFlows.Engine.Store;

namespace CallFlows.Engine;

/// <summary>
/// What an engine in memory keeps, held apart from it: when the engine has stopped, another one in this process goes on over the same storage,
/// as it would over a file.
/// </summary>
public sealed class InMemoryStorage
{
    internal InMemoryStore Store { get; } = new();
}
