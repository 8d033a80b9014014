using System.Runtime.CompilerServices;
using CallFlows.Actions;
using CallFlows.Calls;
using CallFlows.Flows.Running;

namespace CallFlows.Flows;

/// <content>Joining calls that go on.</content>
public sealed partial class FlowContext
{
    /// <summary>
    /// Joins a call that goes on, such as a room or another flow's call, and waits until the flow is part of it. It hears and is heard as in
    /// any call, but no list of participants shows it. Leaving the flow leaves the call, which goes on.
    /// </summary>
    /// <param name="locator">Which call.</param>
    /// <param name="cancellationToken">Leaves before the call is joined.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="CallActionException">The service refused, or could not join: there may be no such call.</exception>
    /// <exception cref="CallEndedException">The call ended before it was joined.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task<Call> ConnectAsync(
        CallLocator locator, CancellationToken cancellationToken = default, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(locator);
        return Connector.ConnectAsync(this, new ConnectCall(locator), Step.At(nameof(ConnectAsync), file, line), cancellationToken);
    }
}
