using CallFlows.Actions;

namespace CallFlows.Testing.Worlds;

/// <summary>Since when the application's process is there.</summary>
internal sealed class Listening(DateTimeOffset since) : ICallbackListener
{
    public DateTimeOffset? ListeningSince => since;
}
