using System.Runtime.CompilerServices;
using CallFlows.Actions;
using CallFlows.Flows.Running;
using CallFlows.Recordings;

namespace CallFlows.Calls;

/// <content>Recording.</content>
public sealed partial class Call
{
    /// <summary>The recordings of the call that were not stopped, in the order they were begun; also those from before the flow continued as new.</summary>
    public IReadOnlyList<Recording> Recordings => [.. _session.Recordings.Where(recording => !recording.IsStopped)];

    /// <summary>Records the call, and waits until it is being recorded.</summary>
    /// <param name="options">What to record, and how; null for everybody's sound on one channel, as WAV.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ArgumentException">The service has no such recording.</exception>
    /// <exception cref="CallEndedException">The call is over.</exception>
    /// <exception cref="CallActionException">The service refused, or could not begin.</exception>
    public async Task<Recording> StartRecordingAsync(
        RecordingOptions? options = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        RecordingOptions wanted = options ?? new RecordingOptions();
        RecordingRules.Check(wanted);
        return await _desk.RecordAsync(_session, wanted, Step.At(nameof(StartRecordingAsync), file, line));
    }
}
