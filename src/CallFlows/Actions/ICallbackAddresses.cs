namespace CallFlows.Actions;

/// <summary>Where the service reports what becomes of an orchestration's actions.</summary>
public interface ICallbackAddresses
{
    /// <summary>The callback address of one orchestration. It holds a secret and must not be logged.</summary>
    /// <param name="instanceId">The orchestration.</param>
    Uri For(string instanceId);

    /// <summary>
    /// Where the events of one action go instead of to its call's address, for actions that the service lets have one of their own; null for
    /// no address of its own. Whatever it is, the events must reach <see cref="For"/> in the end, as they are: the flow waits for them.
    /// It holds a secret and must not be logged.
    /// </summary>
    /// <param name="request">The action.</param>
    Uri? ForOperation(CallActionRequest request) => null;
}
