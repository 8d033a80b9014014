namespace CallFlows.ServiceEvents;

/// <summary>
/// Takes events of the service for the whole application. Event Grid's delivery is acknowledged when it is certain that every handler will
/// get it; a handler that throws gets it again, with growing pauses, for some hours.
/// </summary>
/// <typeparam name="TEvent">Which events.</typeparam>
public interface ICallEventHandler<in TEvent>
    where TEvent : ServiceEvent
{
    /// <summary>Does the work. It may run more than once for one event.</summary>
    /// <param name="serviceEvent">The event.</param>
    /// <param name="cancellationToken">Cancelled when the host stops; the work is done again after the restart.</param>
    Task HandleAsync(TEvent serviceEvent, CancellationToken cancellationToken);
}
