using CallFlows.AspNetCore.Access;
using CallFlows.AspNetCore.Callbacks;
using CallFlows.AspNetCore.Events;
using CallFlows.AspNetCore.Management;
using CallFlows.CallAutomation.EventGrid;
using Microsoft.AspNetCore.Http;

namespace CallFlows.AspNetCore;

/// <summary>
/// What <c>MapCallFlows</c> maps, as methods: for hosts that bring requests and deliveries to code of theirs, such as Azure Functions. It comes
/// with <c>AddCallFlowsServer</c>.
/// </summary>
public sealed class CallFlowsRequests
{
    private readonly CallbackEndpoint _callbacks;
    private readonly EventGridIntake _events;
    private readonly ManagementGate _management;

    internal CallFlowsRequests(CallbackEndpoint callbacks, EventGridIntake events, ManagementGate management)
    {
        _callbacks = callbacks;
        _events = events;
        _management = management;
    }

    /// <summary>
    /// Takes a callback of the service and writes the answer. It checks the address's secret and the token itself: let anybody through to it.
    /// </summary>
    /// <param name="context">The request, with the flow's id as route value <c>instanceId</c> and the query that the address had.</param>
    public Task TakeCallbackAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _callbacks.HandleAsync(context);
    }

    /// <summary>
    /// Takes a delivery of Event Grid that the host has received and checked. When this returns, every call in it is in a flow's hands, and every
    /// report with those it is for.
    /// </summary>
    /// <param name="delivery">One event or an array of them, in Event Grid's own schema or as CloudEvents 1.0, as UTF-8 JSON.</param>
    /// <param name="cancellationToken">Gives up waiting; what was begun may still happen.</param>
    /// <exception cref="EventGridFormatException">Nothing of the delivery could be read, so sending it again is of no use.</exception>
    public Task TakeEventsAsync(ReadOnlyMemory<byte> delivery, CancellationToken cancellationToken = default) =>
        _events.TakeAsync(delivery, cancellationToken);

    /// <summary>
    /// Does what an operator asks for and writes the answer, with phone numbers whole. The host has made sure that the request comes from an operator.
    /// </summary>
    /// <param name="context">The request, with the operation's route values.</param>
    /// <param name="operation">What to do.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such operation.</exception>
    public Task ManageAsync(HttpContext context, ManagementOperation operation)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!Enum.IsDefined(operation))
        {
            throw new ArgumentOutOfRangeException(nameof(operation), operation, "There is no such operation.");
        }

        return _management.RunAsync(context, AccessLevel.Full, operation);
    }
}
