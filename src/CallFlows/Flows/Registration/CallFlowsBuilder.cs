using System.Reflection;
using CallFlows.Durable;
using CallFlows.Flows.Addressing;
using CallFlows.Flows.Routing;
using CallFlows.Flows.Running;
using CallFlows.ServiceEvents;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.Flows.Registration;

/// <summary>Names the flows and activities of an application, and which calls go where.</summary>
public sealed class CallFlowsBuilder
{
    private static readonly MethodInfo InvokeDefinition =
        typeof(ActivityInvoker).GetMethod(nameof(ActivityInvoker.For), BindingFlags.Static | BindingFlags.Public)!;

    private static readonly MethodInfo InvokeHandlerDefinition =
        typeof(EventHandlers).GetMethod(nameof(EventHandlers.Invoke), BindingFlags.Static | BindingFlags.Public)!;

    private readonly List<Action<DurableRegistry, IServiceProvider>> _registrations = [];
    private readonly Dictionary<string, FlowVersions> _flows = new(StringComparer.Ordinal);
    private readonly List<CallRoute> _routes = [];

    internal CallFlowsBuilder(IServiceCollection services) => Services = services;

    /// <summary>The application's services.</summary>
    public IServiceCollection Services { get; }

    internal EventHandlers Handlers { get; } = new();

    /// <summary>Adds a flow that answers calls, or a version of one (see <see cref="FlowAttribute"/>).</summary>
    /// <typeparam name="TFlow">The flow; its name is what histories hold.</typeparam>
    /// <param name="routes">
    /// Which calls it takes: those that any of these routes matches. Of several versions one brings the routes, and calls get the highest.
    /// </param>
    /// <exception cref="ArgumentException">A route has no condition, the flow's name and version are taken, or another version has routes.</exception>
    public CallFlowsBuilder Add<TFlow>(params Action<CallRouteBuilder>[] routes)
        where TFlow : InboundCallFlow
    {
        ArgumentNullException.ThrowIfNull(routes);
        FlowVersions versions = AddFlow(typeof(TFlow), input: null);
        if (routes.Length > 0)
        {
            versions.Route(typeof(TFlow));
        }

        foreach (Action<CallRouteBuilder> configure in routes)
        {
            CallRouteBuilder route = new();
            configure(route);
            _routes.Add(route.Build(FlowNames.Of(typeof(TFlow))));
        }

        return this;
    }

    /// <summary>Adds a flow that is started by code rather than by a call, or a version of one (see <see cref="FlowAttribute"/>).</summary>
    /// <typeparam name="TFlow">The flow; its name is what histories hold.</typeparam>
    /// <typeparam name="TInput">What it starts with.</typeparam>
    /// <typeparam name="TResult">What it gives back.</typeparam>
    /// <exception cref="ArgumentException">The flow's name and version are taken, or another version starts with something else.</exception>
    public CallFlowsBuilder Add<TFlow, TInput, TResult>()
        where TFlow : CallFlow<TInput, TResult>
    {
        AddFlow(typeof(TFlow), typeof(TInput));
        return this;
    }

    /// <summary>Adds the handler of one or several activities.</summary>
    /// <typeparam name="THandler">A class with one or more <see cref="IActivityHandler{TActivity, TResult}"/>.</typeparam>
    /// <exception cref="ArgumentException">It handles no activity.</exception>
    public CallFlowsBuilder AddActivity<THandler>()
        where THandler : class
    {
        Type[] handled = ContractsOf(typeof(THandler), typeof(IActivityHandler<,>));
        if (handled.Length == 0)
        {
            throw new ArgumentException($"{typeof(THandler).Name} handles no activity; it must implement IActivityHandler<TActivity, TResult>.");
        }

        foreach (Type contract in handled)
        {
            Services.AddScoped(contract, typeof(THandler));
            Type[] types = contract.GetGenericArguments();
            MethodInfo invoke = InvokeDefinition.MakeGenericMethod(types);
            _registrations.Add((registry, services) =>
                registry.AddActivity(ActivityNames.Of(types[0]), (Activity)invoke.Invoke(null, [services])!));
        }

        return this;
    }

    /// <summary>Adds a handler of one or several kinds of events that the service sends through Event Grid.</summary>
    /// <typeparam name="THandler">A class with one or more <see cref="ICallEventHandler{TEvent}"/>.</typeparam>
    /// <exception cref="ArgumentException">It handles no event.</exception>
    public CallFlowsBuilder AddEventHandler<THandler>()
        where THandler : class
    {
        Type[] handled = ContractsOf(typeof(THandler), typeof(ICallEventHandler<>));
        if (handled.Length == 0)
        {
            throw new ArgumentException($"{typeof(THandler).Name} handles no event; it must implement ICallEventHandler<TEvent>.");
        }

        Services.AddScoped<THandler>();
        foreach (Type contract in handled)
        {
            Type serviceEvent = contract.GetGenericArguments()[0];
            string activity = Handlers.Add(typeof(THandler), serviceEvent);
            MethodInfo invoke = InvokeHandlerDefinition.MakeGenericMethod(typeof(THandler), serviceEvent);
            _registrations.Add((registry, services) => registry.AddActivity(activity, (Activity)invoke.Invoke(null, [services])!));
        }

        return this;
    }

    internal RouteTable BuildRoutes()
    {
        if (_flows.Values.FirstOrDefault(flow => flow.LacksRoute) is { } unreachable)
        {
            throw new ArgumentException(
                $"{unreachable.Latest.Name} would never get a call; give it a route, such as when => when.Called(\"+14255550100\").");
        }

        return new RouteTable(_routes);
    }

    internal DurableRegistry BuildRegistry(IServiceProvider services)
    {
        DurableRegistry registry = new();
        registry.AddActivity(CallActionActivity.Name, CallActionActivity.From(services));
        registry.AddActivity(ListeningActivity.Name, ListeningActivity.From(services));
        registry.AddActivity(ListenToCallActivity.Name, ListenToCallActivity.From(services));
        registry.AddOrchestrator(AddressBook.Entry, AddressBook.RunEntryAsync);
        registry.AddOrchestrator(EventHandlers.Orchestrator, EventHandlers.RunAsync);
        foreach (Action<DurableRegistry, IServiceProvider> register in _registrations)
        {
            register(registry, services);
        }

        return registry;
    }

    private static Type[] ContractsOf(Type handler, Type definition) =>
        [.. handler.GetInterfaces().Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == definition)];

    private FlowVersions AddFlow(Type flow, Type? input)
    {
        string name = FlowNames.Of(flow);
        int version = FlowNames.VersionOf(flow);
        if (!_flows.TryGetValue(name, out FlowVersions? versions))
        {
            _flows.Add(name, versions = new FlowVersions(name));
        }

        versions.Add(flow, version, input);
        _registrations.Add((registry, services) => registry.AddOrchestrator(name, FlowRunner.For(services, flow), flow, version));
        return versions;
    }
}
