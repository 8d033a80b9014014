namespace CallFlows.Actions;

/// <summary>Where the service reports what becomes of an orchestration's actions.</summary>
public interface ICallbackAddresses
{
    /// <summary>The callback address of one orchestration. It holds a secret and must not be logged.</summary>
    Uri For(string instanceId);
}
