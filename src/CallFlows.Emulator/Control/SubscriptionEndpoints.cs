using System.Text.Json;
using CallFlows.Emulator.EventGrid;
using CallFlows.Emulator.Switchboard;
using CallFlows.Protocol.EventGrid;

namespace CallFlows.Emulator.Control;

/// <summary>Event Grid over HTTP: its subscriptions, and events sent by hand.</summary>
internal sealed class SubscriptionEndpoints(
    ControlPipeline pipeline, SubscriptionStore subscriptions, EventGridPublisher publisher, EventGridMessages messages)
{
    private const string All = "/emulator/eventgrid/subscriptions";
    private const string One = All + "/{name}";

    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(All, pipeline.For((_, _) => Task.FromResult<object?>(subscriptions.All.Select(View).ToArray())));
        endpoints.MapPut(One, pipeline.For(PutAsync));
        endpoints.MapPost("/emulator/eventgrid/events", pipeline.For(SendAsync));
        endpoints.MapDelete(One, pipeline.For((context, _) =>
        {
            EventGridSubscription subscription = subscriptions.Find(Name(context)) ?? throw NotFound(context);
            subscriptions.Remove(subscription.Name);
            publisher.PublishDeletion(subscription);
            return Task.FromResult<object?>(null);
        }));
        endpoints.MapGet(One + "/validate", pipeline.For((context, _) =>
        {
            EventGridSubscription subscription = subscriptions.Find(Name(context)) ?? throw NotFound(context);
            if (context.Request.Query["code"] != subscription.ValidationCode)
                throw new FormatException("'code' is not this subscription's validation code.");
            subscription.State = SubscriptionState.Active;
            return Task.FromResult<object?>(View(subscription));
        }));
    }

    private static string Name(HttpContext context) => context.Request.RouteValues["name"] as string ?? "";

    private static ServiceFault NotFound(HttpContext context) => new(404, 0, $"There is no subscription '{Name(context)}'.");

    private static SubscriptionView View(EventGridSubscription subscription) => new(
        subscription.Name, subscription.Endpoint.ToString(), subscription.Schema, subscription.Called, subscription.EventTypes,
        subscription.State);

    /// <summary>Sends what the emulator never would by itself, such as UserDisconnected, or an event in another of its forms.</summary>
    private async Task<object?> SendAsync(HttpContext context, ControlWork work)
    {
        EventRequest request = await pipeline.ReadAsync<EventRequest>(context);
        if (!EventGridEventTypes.OfCalling.Contains(request.Type))
            throw new FormatException($"'type' must be one of {string.Join(", ", EventGridEventTypes.OfCalling)}.");
        if (request.Data.ValueKind != JsonValueKind.Object)
            throw new FormatException("'data' must be an object: the event's data.");
        EventGridMessage message = messages.Of(request.Type!, request.Subject ?? "", request.Data);
        publisher.Publish(message);
        return new { id = message.Id };
    }

    private async Task<object?> PutAsync(HttpContext context, ControlWork work)
    {
        SubscriptionRequest request = await pipeline.ReadAsync<SubscriptionRequest>(context);
        EventGridSubscriptionOptions options = new()
        {
            Name = Name(context),
            Endpoint = request.Endpoint ?? "",
            Schema = request.Schema,
            Called = [.. request.Called ?? []],
            EventTypes = [.. request.EventTypes ?? []],
        };
        if (SubscriptionRules.Check(options).FirstOrDefault() is { } problem)
            throw new FormatException(problem);
        EventGridSubscription subscription = new(options);
        if (!subscriptions.TryPut(subscription))
            throw new InvalidOperationException("There are as many subscriptions as Emulator:Limits:MaxSubscriptions allows.");
        await publisher.ValidateAsync(subscription);
        return View(subscription);
    }
}
