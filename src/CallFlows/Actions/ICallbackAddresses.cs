namespace CallFlows.Actions;

/// <summary>Where the service reports what becomes of an orchestration's actions.</summary>
public interface ICallbackAddresses
{
    /// <summary>The callback address of one orchestration. It holds a secret and must not be logged.</summary>
    /// <param name="instanceId">The orchestration.</param>
    Uri For(string instanceId);

    /// <summary>
    /// The callback address that an action gives the service: <see cref="For(string)"/>, to which a host may add what it wants to know when a
    /// callback comes. It holds a secret and must not be logged.
    /// </summary>
    /// <param name="request">The action.</param>
    Uri For(CallActionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return For(request.InstanceId);
    }

    /// <summary>
    /// Where the events of one action go instead of to its call's address, for actions that the service lets have one of their own; null for
    /// no address of its own. Whatever it is, the events must reach <see cref="For(string)"/> in the end, as they are: the flow waits for them.
    /// It holds a secret and must not be logged.
    /// </summary>
    /// <param name="request">The action.</param>
    Uri? ForOperation(CallActionRequest request) => null;
}
