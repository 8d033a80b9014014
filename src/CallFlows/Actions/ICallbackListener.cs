namespace CallFlows.Actions;

/// <summary>
/// Knows since when the service's callbacks reach this process. An application without one is taken for always reachable; then an action
/// whose answer was lost with the process may be sent again although its callbacks are still on their way.
/// </summary>
public interface ICallbackListener
{
    /// <summary>Since when callbacks have been taken without a break; null while they aren't yet.</summary>
    DateTimeOffset? ListeningSince { get; }
}
