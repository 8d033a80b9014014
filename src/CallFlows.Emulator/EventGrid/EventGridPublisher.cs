using System.Net;
using System.Text.Json;
using CallFlows.Emulator.Hosting;
using CallFlows.Emulator.Switchboard;
using CallFlows.Protocol;
using CallFlows.Protocol.EventGrid;

namespace CallFlows.Emulator.EventGrid;

/// <summary>Delivers events to subscriptions as Event Grid does: validation first, then at least once, with retries.</summary>
internal sealed partial class EventGridPublisher(
    EmulatorOptions options, SubscriptionStore subscriptions, EventGridMessages messages, HttpClient http, WorkTracker work,
    TimeProvider time, ILogger<EventGridPublisher> logger) : IIncomingCallPublisher, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();

    public bool Covers(PartyId called, bool named) => subscriptions.Covers(called, named);

    public void Publish(IncomingCallOffer offer)
    {
        EventGridMessage message = messages.IncomingCall(offer);
        Publish(message, subscriptions.All.Where(subscription => subscription.Takes(offer.Called)));
    }

    /// <summary>Delivers an event to every subscription that wants its type.</summary>
    public void Publish(EventGridMessage message) =>
        Publish(message, subscriptions.All.Where(subscription => subscription.Wants(message.Type)));

    /// <summary>Asks the endpoint for its consent. It may be asked again; before each delivery it is, until it consents.</summary>
    public async Task<bool> ValidateAsync(EventGridSubscription subscription)
    {
        if (subscription.State == SubscriptionState.Active)
            return true;
        using WorkTracker.Scope scope = work.Begin();
        await subscription.Asking.WaitAsync();
        try
        {
            return subscription.State == SubscriptionState.Active || await AskAsync(subscription);
        }
        finally
        {
            subscription.Asking.Release();
        }
    }

    public void Dispose() => _stopping.Cancel();

    /// <summary>Tells an endpoint that its subscription is deleted. CloudEvents has no such event.</summary>
    public void PublishDeletion(EventGridSubscription subscription)
    {
        if (subscription is { Schema: EventGridSchema.EventGrid, State: SubscriptionState.Active })
            Publish(messages.Deletion(subscription), [subscription]);
    }

    private void Publish(EventGridMessage message, IEnumerable<EventGridSubscription> takers)
    {
        foreach (EventGridSubscription subscription in takers)
        {
            (HeldWork held, IdleWait? onItsWay) = HeldWork.After(work, time, options.Callbacks.TravelTime, _stopping.Token);
            _ = Task.Run(() => RunAsync(subscription, message, held, onItsWay));
        }
    }

    private async Task<bool> AskAsync(EventGridSubscription subscription)
    {
        try
        {
            using CancellationTokenSource limit = Limit();
            using HttpRequestMessage request = messages.Validation(subscription);
            using HttpResponseMessage response = await http.SendAsync(request, limit.Token);
            if (await ConsentsAsync(subscription, response, limit.Token))
                subscription.State = SubscriptionState.Active;
            else
                Log.NotValidated(logger, subscription.Name, $"HTTP {(int)response.StatusCode} without the expected consent");
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException or JsonException)
        {
            Log.NotValidated(logger, subscription.Name, exception.Message);
        }

        return subscription.State == SubscriptionState.Active;
    }

    private static async Task<bool> ConsentsAsync(
        EventGridSubscription subscription, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode != HttpStatusCode.OK)
            return false;
        if (subscription.Schema == EventGridSchema.CloudEvents)
            return EventGridMessages.AllowsOrigin(response);
        byte[] body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return body.Length > 0
            && ProtocolJson.Read<SubscriptionValidationResponse>(body).ValidationResponse == subscription.ValidationCode;
    }

    private async Task RunAsync(EventGridSubscription subscription, EventGridMessage message, HeldWork held, IdleWait? onItsWay)
    {
        using HeldWork work = held;
        if (onItsWay is not null)
            await work.PauseAsync(onItsWay);
        try
        {
            await DeliverAsync(subscription, message, work);
        }
        catch (Exception exception)
        {
            // Nobody awaits a delivery.
            Log.Failed(logger, message.Type, subscription.Name, exception);
        }
    }

    private async Task DeliverAsync(EventGridSubscription subscription, EventGridMessage message, HeldWork held)
    {
        DateTimeOffset expires = time.GetUtcNow() + options.EventGrid.TimeToLive;
        for (int attempt = 1; !_stopping.IsCancellationRequested; attempt++)
        {
            (bool delivered, HttpStatusCode? status, string problem) = await TryDeliverAsync(subscription, message, attempt);
            TimeSpan? delay = delivered ? null : EventGridRetry.DelayAfter(attempt, status);
            bool exhausted = attempt >= options.EventGrid.MaxAttempts || time.GetUtcNow() + delay > expires;
            if (delay is not { } wait || exhausted)
            {
                if (!delivered)
                    Log.Dropped(logger, message.Type, subscription.Name, attempt, problem);
                break;
            }

            Log.WillRetry(logger, message.Type, subscription.Name, attempt, problem, wait);
            await held.PauseAsync(wait, _stopping.Token);
        }
    }

    private async Task<(bool Delivered, HttpStatusCode? Status, string Problem)> TryDeliverAsync(
        EventGridSubscription subscription, EventGridMessage message, int attempt)
    {
        if (!await ValidateAsync(subscription))
            return (false, null, "the endpoint has not been validated");
        try
        {
            using CancellationTokenSource limit = Limit();
            using HttpRequestMessage request = messages.Notification(subscription, message, attempt);
            using HttpResponseMessage response = await http.SendAsync(request, limit.Token);
            return (EventGridRetry.IsSuccess(response.StatusCode), response.StatusCode, $"HTTP {(int)response.StatusCode}");
        }
        catch (HttpRequestException exception)
        {
            return (false, null, exception.Message);
        }
        catch (OperationCanceledException)
        {
            return (false, null, $"no answer within {options.EventGrid.Timeout}");
        }
    }

    private CancellationTokenSource Limit()
    {
        CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token);
        limit.CancelAfter(options.EventGrid.Timeout);
        return limit;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning,
            "Event Grid subscription '{Name}' is not validated ({Problem}). It is asked again before the next delivery.")]
        public static partial void NotValidated(ILogger logger, string name, string problem);

        [LoggerMessage(2, LogLevel.Warning, "{Type} for '{Name}': attempt {Attempt} failed ({Problem}); next one in {Delay}.")]
        public static partial void WillRetry(
            ILogger logger, string type, string name, int attempt, string problem, TimeSpan delay);

        [LoggerMessage(3, LogLevel.Error, "{Type} for '{Name}' is dropped after {Attempts} attempts ({Problem}).")]
        public static partial void Dropped(ILogger logger, string type, string name, int attempts, string problem);

        [LoggerMessage(4, LogLevel.Error, "{Type} for '{Name}' is dropped: sending it failed inside the emulator; please report it.")]
        public static partial void Failed(ILogger logger, string type, string name, Exception exception);
    }
}
