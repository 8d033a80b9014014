using System.Runtime.CompilerServices;
using CallFlows.Events;
using CallFlows.Flows.Running;

namespace CallFlows.Calls;

/// <content>Events that this library doesn't know.</content>
public sealed partial class Call
{
    /// <summary>
    /// Waits for an event about the call whose type this library doesn't know, such as <c>HoldAudioStarted</c> of preview versions. Those that
    /// came earlier are kept, the latest 256 of them, until they are taken or the flow continues as new.
    /// </summary>
    /// <param name="within">How long at most.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>The event with its data as it came; null when none came in time.</returns>
    public Task<UnknownCallEvent?> NextUnknownEventAsync(TimeSpan within, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        _desk.NextUnknownEventAsync(_session, within, Step.At(nameof(NextUnknownEventAsync), file, line));
}
