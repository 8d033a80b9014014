namespace CallFlows.Actions;

/// <summary>Executes call actions at Azure Communication Services, or at something that behaves like it.</summary>
public interface ICallGateway
{
    /// <summary>Sends one action. Sending the same request again has no second effect where the service can prevent it.</summary>
    /// <param name="request">The action.</param>
    /// <param name="cancellationToken">Gives up waiting; the action may still happen.</param>
    /// <returns>What the service answered; the action's outcome comes later as a callback.</returns>
    /// <exception cref="CallActionException">
    /// The service refused the action, or could not be reached after retries. An action that isn't <see cref="CallAction.IsRepeatable">repeatable</see>
    /// is sent again only where it is certain that it was not done; otherwise the error says that it
    /// <see cref="CallActionError.MayHaveHappened">may have happened</see>.
    /// </exception>
    Task<CallActionResult> ExecuteAsync(CallActionRequest request, CancellationToken cancellationToken);
}
