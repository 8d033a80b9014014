using CallFlows.Durable;
using CallFlows.Events;
using CallFlows.Flows.Addressing;
using CallFlows.Flows.Routing;
using CallFlows.Flows.Running;
using CallFlows.ServiceEvents;
using Microsoft.Extensions.Logging;

namespace CallFlows.Flows;

/// <summary>How the outside reaches flows: calls that come in, callbacks, signals, and starting a flow by hand.</summary>
public sealed partial class CallFlowClient
{
    private readonly IOrchestrationClient _orchestrations;
    private readonly RouteTable _routes;
    private readonly AddressBook _addresses;
    private readonly EventHandlers _handlers;
    private readonly ILogger<CallFlowClient> _logger;

    internal CallFlowClient(
        IOrchestrationClient orchestrations, RouteTable routes, AddressBook addresses, EventHandlers handlers, ILogger<CallFlowClient> logger)
    {
        _orchestrations = orchestrations;
        _routes = routes;
        _addresses = addresses;
        _handlers = handlers;
        _logger = logger;
    }

    /// <summary>
    /// Starts the flow for a call that rings, once: the instance id is derived from the call and the called identity, so a repeated
    /// announcement changes nothing. When this returns, the start is durable.
    /// </summary>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Gives up waiting; the start may still happen.</param>
    public async Task<IncomingCallReceipt> ReceiveAsync(IncomingCallNotification call, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (_routes.Find(call) is not { } route)
        {
            Log.Unrouted(_logger, call.From, call.To, call.CorrelationId);
            return new IncomingCallReceipt(IncomingCallDisposition.Unrouted);
        }

        string instanceId = InstanceIdOf(call);
        StartOptions options = new()
        {
            Tags = new Dictionary<string, string> { [FlowTags.Caller] = call.From.RawId, [FlowTags.Called] = call.To.RawId },
        };
        bool started = await _orchestrations
            .StartIfAbsentAsync(route.Flow, instanceId, Payload.From(call), options, cancellationToken).ConfigureAwait(false);
        if (started)
        {
            Log.Started(_logger, route.Flow, instanceId, call.From, call.To, route.Description);
        }
        else
        {
            Log.Duplicate(_logger, instanceId, call.From, call.To);
        }

        return new IncomingCallReceipt(
            started ? IncomingCallDisposition.Started : IncomingCallDisposition.Duplicate, route.Flow, instanceId);
    }

    /// <summary>Hands a callback to the flow it is addressed to. When this returns, the event is durable.</summary>
    /// <param name="instanceId">The orchestration, from the callback's address.</param>
    /// <param name="eventId">The CloudEvent's id.</param>
    /// <param name="callEvent">The event.</param>
    /// <param name="cancellationToken">Gives up waiting; the event may still be stored.</param>
    public Task<RaiseEventResult> ReceiveAsync(
        string instanceId, string eventId, CallEvent callEvent, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        ArgumentException.ThrowIfNullOrEmpty(eventId);
        ArgumentNullException.ThrowIfNull(callEvent);
        return RaiseAsync(instanceId, new FlowEnvelope { Id = eventId, Event = callEvent }, cancellationToken);
    }

    /// <summary>
    /// Hands an event of Event Grid to the application's handlers and to the flows whose recording or call it is about. When this returns,
    /// that is durable; a repeated delivery changes nothing.
    /// </summary>
    /// <param name="eventId">The event's id.</param>
    /// <param name="serviceEvent">The event.</param>
    /// <param name="cancellationToken">Gives up waiting; the event may still be stored.</param>
    /// <returns>Whom it reaches: nobody, when no handler takes such events and no flow waits for it.</returns>
    public async Task<ServiceEventReceipt> ReceiveAsync(string eventId, ServiceEvent serviceEvent, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(eventId);
        ArgumentNullException.ThrowIfNull(serviceEvent);
        IReadOnlyList<string> handlers = _handlers.Of(serviceEvent);
        if (handlers.Count > 0)
        {
            await _orchestrations.StartIfAbsentAsync(
                EventHandlers.Orchestrator,
                DerivedId.Of("event", eventId, serviceEvent.GetType().Name),
                Payload.From(new Handling(serviceEvent, handlers)),
                cancellationToken: cancellationToken).ConfigureAwait(false);
        }

        FlowEnvelope envelope = new() { Id = $"event-grid:{eventId}", ServiceEvent = serviceEvent };
        List<string> reached = [];
        foreach (string flow in await _addresses.FindAsync(serviceEvent, cancellationToken).ConfigureAwait(false))
        {
            if (await RaiseAsync(flow, envelope, cancellationToken).ConfigureAwait(false) is RaiseEventResult.Accepted or RaiseEventResult.Duplicate)
            {
                reached.Add(flow);
            }
        }

        return new ServiceEventReceipt(handlers.Count, reached);
    }

    /// <summary>Sends a signal to a flow, which takes it with <see cref="FlowContext.WaitForSignalAsync{T}(string?, CancellationToken, string, int)"/>.</summary>
    /// <typeparam name="T">The signal's data.</typeparam>
    /// <param name="instanceId">The orchestration.</param>
    /// <param name="data">The data, stored as JSON.</param>
    /// <param name="name">The signal's name; null for the name of its type.</param>
    /// <param name="signalId">What tells this signal from others, so that sending it again changes nothing; null for a new one.</param>
    /// <param name="cancellationToken">Gives up waiting; the signal may still be stored.</param>
    public Task<RaiseEventResult> SignalAsync<T>(
        string instanceId, T data, string? name = null, string? signalId = null, CancellationToken cancellationToken = default) =>
        SignalAsync(instanceId, name ?? SignalNames.Of<T>(), Payload.From(data), signalId, cancellationToken);

    /// <summary>Sends a signal with data that is JSON already.</summary>
    /// <param name="instanceId">The orchestration.</param>
    /// <param name="name">The signal's name.</param>
    /// <param name="data">The data.</param>
    /// <param name="signalId">What tells this signal from others; null for a new one.</param>
    /// <param name="cancellationToken">Gives up waiting; the signal may still be stored.</param>
    public Task<RaiseEventResult> SignalAsync(
        string instanceId, string name, Payload data, string? signalId = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        ArgumentException.ThrowIfNullOrEmpty(name);
        return RaiseAsync(
            instanceId,
            new FlowEnvelope { Id = $"signal:{signalId ?? Guid.NewGuid().ToString("N")}", Signal = name, Data = data },
            cancellationToken);
    }

    /// <summary>Starts a flow by hand, unless an instance with this id exists.</summary>
    /// <typeparam name="TFlow">The flow.</typeparam>
    /// <typeparam name="TInput">What it starts with.</typeparam>
    /// <typeparam name="TResult">What it gives back.</typeparam>
    /// <param name="input">What it starts with.</param>
    /// <param name="instanceId">The id of the new instance; null for a random one.</param>
    /// <param name="options">Tags and version, or null for none and the highest.</param>
    /// <param name="cancellationToken">Gives up waiting; the start may still happen.</param>
    /// <returns>The instance's id.</returns>
    /// <exception cref="ArgumentException">The flow was not added to the application.</exception>
    public async Task<string> StartAsync<TFlow, TInput, TResult>(
        TInput input, string? instanceId = null, StartOptions? options = null, CancellationToken cancellationToken = default)
        where TFlow : CallFlow<TInput, TResult>
    {
        string id = instanceId ?? $"flow-{Guid.NewGuid():N}";
        await _orchestrations
            .StartIfAbsentAsync(FlowNames.Of(typeof(TFlow)), id, Payload.From(input), options, cancellationToken).ConfigureAwait(false);
        return id;
    }

    /// <summary>Waits until a flow has ended and gives what it leaves behind.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="KeyNotFoundException">There is no such instance.</exception>
    /// <exception cref="InvalidOperationException">It failed or was terminated; the message says why.</exception>
    public async Task<FlowOutput> WaitAsync(string instanceId, CancellationToken cancellationToken = default)
    {
        OrchestrationState state = await _orchestrations.WaitForCompletionAsync(instanceId, cancellationToken).ConfigureAwait(false);
        return state.Status == OrchestrationStatus.Completed
            ? state.Output.To<FlowOutput>()!
            : throw new InvalidOperationException($"The flow '{state.Name}' {state.Status.ToString().ToLowerInvariant()}: {state.Failure?.Message ?? "ended by an operator"}");
    }

    /// <summary>The id of the orchestration for an incoming call: the same for every announcement of it.</summary>
    public static string InstanceIdOf(IncomingCallNotification call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return DerivedId.Of("call", call.ServerCallId, call.To.RawId);
    }

    private Task<RaiseEventResult> RaiseAsync(string instanceId, FlowEnvelope envelope, CancellationToken cancellationToken) =>
        _orchestrations.RaiseEventAsync(instanceId, FlowEnvelope.EventName, envelope.Id, Payload.From(envelope), cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "No route matches the call from {From} to {To}: it is left to ring (correlation id {CorrelationId})")]
        public static partial void Unrouted(ILogger logger, Endpoints.CallEndpoint from, Endpoints.CallEndpoint to, string correlationId);

        [LoggerMessage(2, LogLevel.Information, "Started {Flow} as {InstanceId} for the call from {From} to {To} (route: {Route})")]
        public static partial void Started(ILogger logger, string flow, string instanceId, Endpoints.CallEndpoint from, Endpoints.CallEndpoint to, string route);

        [LoggerMessage(3, LogLevel.Information, "The call from {From} to {To} was announced again; {InstanceId} is in charge of it already")]
        public static partial void Duplicate(ILogger logger, string instanceId, Endpoints.CallEndpoint from, Endpoints.CallEndpoint to);
    }
}
