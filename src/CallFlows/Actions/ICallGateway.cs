namespace CallFlows.Actions;

/// <summary>Executes call actions at Azure Communication Services, or at something that behaves like it.</summary>
public interface ICallGateway
{
    /// <summary>Sends one action. Sending the same request again has no second effect where the service can prevent it.</summary>
    /// <param name="request">The action.</param>
    /// <param name="cancellationToken">Gives up waiting; the action may still happen.</param>
    /// <returns>What the service answered; the action's outcome comes later as a callback.</returns>
    /// <exception cref="CallActionException">The service refused the action, or could not be reached after retries.</exception>
    Task<CallActionResult> ExecuteAsync(CallActionRequest request, CancellationToken cancellationToken);
}
