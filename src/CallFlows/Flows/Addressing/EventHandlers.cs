using CallFlows.Durable;
using CallFlows.ServiceEvents;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.Flows.Addressing;

/// <summary>
/// The application's handlers of service events. One orchestration hands one event to them, each by an activity of its own, so that an event
/// is acknowledged at once, delivered once, and a handler that fails is tried again without the others.
/// </summary>
internal sealed class EventHandlers
{
    /// <summary>The orchestrator that hands an event to handlers.</summary>
    public const string Orchestrator = "CallFlows.EventHandlers";

    // Half a day in all: as long as a database or a file store may be away over a night.
    private static readonly RetryPolicy Retry = new()
    {
        MaxAttempts = 20,
        FirstInterval = TimeSpan.FromSeconds(5),
        BackoffCoefficient = 2,
        MaxInterval = TimeSpan.FromHours(1),
    };

    private readonly List<(string Activity, Type Event)> _handlers = [];

    /// <summary>Adds a handler of one kind of event.</summary>
    /// <returns>The name of its activity.</returns>
    public string Add(Type handler, Type serviceEvent)
    {
        string activity = $"CallFlows.EventHandler:{handler.FullName}:{serviceEvent.Name}";
        _handlers.Add((activity, serviceEvent));
        return activity;
    }

    /// <summary>The activities of those who take an event.</summary>
    public IReadOnlyList<string> Of(ServiceEvent serviceEvent) =>
        [.. _handlers.Where(handler => handler.Event.IsInstanceOfType(serviceEvent)).Select(handler => handler.Activity)];

    /// <summary>Hands an event to handlers.</summary>
    public static async Task<Payload> RunAsync(OrchestrationContext context)
    {
        Handling handling = context.Input.To<Handling>()
            ?? throw new InvalidOperationException("Nothing to hand to handlers; only Event Grid's deliveries start this.");
        Payload serviceEvent = Payload.From(handling.Event);
        await Task.WhenAll(handling.Handlers.Select(
            handler => context.CallActivityAsync(handler, serviceEvent, new ActivityOptions { Retry = Retry })));
        return Payload.Null;
    }

    /// <summary>The activity of a handler.</summary>
    public static Activity Invoke<THandler, TEvent>(IServiceProvider services)
        where THandler : ICallEventHandler<TEvent>
        where TEvent : ServiceEvent => async (context, cancellationToken) =>
        {
            if (context.Input.To<ServiceEvent>() is not TEvent serviceEvent)
            {
                throw new InvalidOperationException($"{context.Name} was scheduled without a {typeof(TEvent).Name}.");
            }

            AsyncServiceScope scope = services.CreateAsyncScope();
            await using (scope.ConfigureAwait(false))
            {
                await scope.ServiceProvider.GetRequiredService<THandler>().HandleAsync(serviceEvent, cancellationToken).ConfigureAwait(false);
                return Payload.Null;
            }
        };
}
