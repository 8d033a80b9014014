using CallFlows.Emulator.EventGrid;
using CallFlows.Emulator.Switchboard;

namespace CallFlows.Emulator.Control;

/// <summary>Event Grid subscriptions over HTTP.</summary>
internal sealed class SubscriptionEndpoints(ControlPipeline pipeline, SubscriptionStore subscriptions, EventGridPublisher publisher)
{
    private const string All = "/emulator/eventgrid/subscriptions";
    private const string One = All + "/{name}";

    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(All, pipeline.For((_, _) => Task.FromResult<object?>(subscriptions.All.Select(View).ToArray())));
        endpoints.MapPut(One, pipeline.For(PutAsync));
        endpoints.MapDelete(One, pipeline.For((context, _) => subscriptions.Remove(Name(context))
            ? Task.FromResult<object?>(null)
            : throw NotFound(context)));
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
        subscription.Name, subscription.Endpoint.ToString(), subscription.Schema, subscription.Called, subscription.State);

    private async Task<object?> PutAsync(HttpContext context, ControlWork work)
    {
        SubscriptionRequest request = await pipeline.ReadAsync<SubscriptionRequest>(context);
        EventGridSubscriptionOptions options = new()
        {
            Name = Name(context),
            Endpoint = request.Endpoint ?? "",
            Schema = request.Schema,
            Called = [.. request.Called ?? []],
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
