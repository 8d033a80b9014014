using System.Reflection;
using CallFlows.Durable;
using CallFlows.Flows.Routing;
using CallFlows.Flows.Running;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.Flows.Registration;

/// <summary>Names the flows and activities of an application, and which calls go where.</summary>
public sealed class CallFlowsBuilder
{
    private static readonly MethodInfo InvokeDefinition =
        typeof(ActivityInvoker).GetMethod(nameof(ActivityInvoker.For), BindingFlags.Static | BindingFlags.Public)!;

    private readonly List<Action<DurableRegistry, IServiceProvider>> _registrations = [];
    private readonly HashSet<string> _flows = new(StringComparer.Ordinal);
    private readonly List<CallRoute> _routes = [];

    internal CallFlowsBuilder(IServiceCollection services) => Services = services;

    /// <summary>The application's services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Adds a flow that answers calls.</summary>
    /// <typeparam name="TFlow">The flow; its name is what histories hold.</typeparam>
    /// <param name="routes">Which calls it takes: those that any of these routes matches.</param>
    /// <exception cref="ArgumentException">There is no route, a route has no condition, or the flow's name is taken.</exception>
    public CallFlowsBuilder Add<TFlow>(params Action<CallRouteBuilder>[] routes)
        where TFlow : InboundCallFlow
    {
        if (routes is not { Length: > 0 })
        {
            throw new ArgumentException($"{typeof(TFlow).Name} would never get a call; give it a route, such as when => when.Called(\"+14255550100\").", nameof(routes));
        }

        AddFlow(typeof(TFlow));
        foreach (Action<CallRouteBuilder> configure in routes)
        {
            CallRouteBuilder route = new();
            configure(route);
            _routes.Add(route.Build(FlowNames.Of(typeof(TFlow))));
        }

        return this;
    }

    /// <summary>Adds a flow that is started by code rather than by a call.</summary>
    /// <typeparam name="TFlow">The flow; its name is what histories hold.</typeparam>
    /// <typeparam name="TInput">What it starts with.</typeparam>
    /// <typeparam name="TResult">What it gives back.</typeparam>
    /// <exception cref="ArgumentException">The flow's name is taken.</exception>
    public CallFlowsBuilder Add<TFlow, TInput, TResult>()
        where TFlow : CallFlow<TInput, TResult>
    {
        AddFlow(typeof(TFlow));
        return this;
    }

    /// <summary>Adds the handler of one or several activities.</summary>
    /// <typeparam name="THandler">A class with one or more <see cref="IActivityHandler{TActivity, TResult}"/>.</typeparam>
    /// <exception cref="ArgumentException">It handles no activity.</exception>
    public CallFlowsBuilder AddActivity<THandler>()
        where THandler : class
    {
        Type[] handled = [.. typeof(THandler).GetInterfaces().Where(type =>
            type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IActivityHandler<,>))];
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

    internal RouteTable BuildRoutes() => new(_routes);

    internal IReadOnlySet<string> Flows => _flows;

    internal DurableRegistry BuildRegistry(IServiceProvider services)
    {
        DurableRegistry registry = new();
        registry.AddActivity(CallActionActivity.Name, CallActionActivity.From(services));
        foreach (Action<DurableRegistry, IServiceProvider> register in _registrations)
        {
            register(registry, services);
        }

        return registry;
    }

    private void AddFlow(Type flow)
    {
        string name = FlowNames.Of(flow);
        if (!_flows.Add(name))
        {
            throw new ArgumentException($"A flow named '{name}' is added already. Add each flow once, with all its routes; two flows need classes of different names.");
        }

        _registrations.Add((registry, services) => registry.AddOrchestrator(name, FlowRunner.For(services, flow), flow));
    }
}
