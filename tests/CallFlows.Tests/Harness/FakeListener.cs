using CallFlows.Actions;

namespace CallFlows.Tests.Harness;

/// <summary>Says what a test wants of when the application could be reached.</summary>
internal sealed class FakeListener : ICallbackListener
{
    public DateTimeOffset? ListeningSince { get; set; }
}
