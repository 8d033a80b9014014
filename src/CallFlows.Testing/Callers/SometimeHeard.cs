using System.Runtime.CompilerServices;

namespace CallFlows.Testing.Callers;

/// <summary>Something that is to be heard at some time. Await it where it must have been heard.</summary>
public sealed class SometimeHeard
{
    private readonly Func<Task> _wait;

    internal SometimeHeard(Func<Task> wait) => _wait = wait;

    /// <summary>Lets time pass until it has been heard.</summary>
    /// <exception cref="CallFlowTestException">It can't be heard any more.</exception>
    public TaskAwaiter GetAwaiter() => _wait().GetAwaiter();
}
