using System.Runtime.CompilerServices;
using CallFlows.Actions;
using CallFlows.Flows.Running;

namespace CallFlows.Calls;

/// <content>What Event Grid reports about the call.</content>
public sealed partial class Call
{
    /// <summary>
    /// From now on brings what the service reports about the call through Event Grid to this flow: <c>CallStarted</c>,
    /// <c>CallParticipantAdded</c>, <c>CallParticipantRemoved</c> and <c>CallEnded</c>, for calls with communication users. An
    /// <c>ICallEventHandler</c> gets them without any listening. When the flow continues as new it is to be done again.
    /// </summary>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>The events from now on; the same stream when the flow listens already.</returns>
    /// <exception cref="CallEndedException">The call is over.</exception>
    /// <exception cref="CallActionException">The service can't tell the call's id.</exception>
    public Task<CallReportStream> ListenToReportsAsync([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        _desk.ListenToReportsAsync(_session, Step.At(nameof(ListenToReportsAsync), file, line));
}
