using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using CallFlows.Emulator.Callbacks;
using CallFlows.Emulator.Hosting;
using CallFlows.Emulator.Switchboard;
using CallFlows.Protocol;
using CallFlows.Protocol.EventGrid;

namespace CallFlows.Emulator.EventGrid;

/// <summary>Writes the requests that Event Grid sends to a subscription's endpoint (wire reference, 5.1 to 5.3).</summary>
internal sealed class EventGridMessages(EmulatorOptions options, TimeProvider time, EmulatorAddress address)
{
    private const string Origin = "eventgrid.azure.net";

    public EventGridMessage Of(string type, string subject, JsonElement data) =>
        new(Guid.NewGuid().ToString(), type, subject, data, time.GetUtcNow());

    public EventGridMessage IncomingCall(IncomingCallOffer offer) => Of(
        EventGridEventTypes.IncomingCall,
        EventGridSubjects.IncomingCall(offer.Invitation.Caller.RawId, offer.Called.RawId),
        ProtocolJson.ToElement(new IncomingCallData
        {
            To = WireModels.Identifier(offer.Called),
            From = WireModels.Identifier(offer.Invitation.Caller),
            ServerCallId = offer.Conversation.ServerCallId,
            CallerDisplayName = offer.Invitation.CallerDisplayName,
            CustomContext = offer.Invitation.CustomHeaders is { } headers
                ? new() { SipHeaders = headers.Sip, VoipHeaders = headers.Voip }
                : null,
            IncomingCallContext = offer.Context,
            CorrelationId = offer.Conversation.CorrelationId,
        }));

    public HttpRequestMessage Notification(EventGridSubscription subscription, EventGridMessage message, int attempt)
    {
        HttpRequestMessage request = subscription.Schema == EventGridSchema.CloudEvents
            ? Post(subscription, ProtocolJson.Write(CloudEvent(message)), "application/cloudevents+json")
            : Post(subscription, ProtocolJson.Write<EventGridEventModel[]>([EventGridEvent(message)]), "application/json");
        AddHeaders(request, subscription, message.Kind, attempt, message.Id);
        return request;
    }

    /// <summary>What an endpoint is told when its subscription is deleted.</summary>
    public EventGridMessage Deletion(EventGridSubscription subscription) => Of(
        EventGridEventTypes.SubscriptionDeleted, "",
        ProtocolJson.ToElement(new SubscriptionDeletedData
        {
            EventSubscriptionId = $"{Topic}/providers/Microsoft.EventGrid/eventSubscriptions/{subscription.Name}",
        })) with
    { Kind = "SubscriptionDeletion" };

    /// <summary>The question whether the endpoint wants events: a POST with a code, or OPTIONS for CloudEvents.</summary>
    public HttpRequestMessage Validation(EventGridSubscription subscription)
    {
        if (subscription.Schema == EventGridSchema.CloudEvents)
        {
            HttpRequestMessage options = new(HttpMethod.Options, subscription.Endpoint);
            options.Headers.Add(EventGridHeaders.WebHookRequestOrigin, Origin);
            return options;
        }

        EventGridMessage message = Of(
            EventGridEventTypes.SubscriptionValidation, "",
            ProtocolJson.ToElement(new SubscriptionValidationData
            {
                ValidationCode = subscription.ValidationCode,
                ValidationUrl = ValidationAddress(subscription),
            }));
        EventGridEventModel validation = EventGridEvent(message) with { DataVersion = "2" };
        HttpRequestMessage request = Post(
            subscription, ProtocolJson.Write<EventGridEventModel[]>([validation]), "application/json");
        AddHeaders(request, subscription, "SubscriptionValidation", 1, message.Id);
        return request;
    }

    public static bool AllowsOrigin(HttpResponseMessage response) =>
        response.Headers.TryGetValues(EventGridHeaders.WebHookAllowedOrigin, out IEnumerable<string>? values)
        && values.Any(value => value == "*" || string.Equals(value, Origin, StringComparison.OrdinalIgnoreCase));

    private string ValidationAddress(EventGridSubscription subscription) =>
        $"{address.Base}/emulator/eventgrid/subscriptions/{subscription.Name}/validate?code={subscription.ValidationCode}";

    private static HttpRequestMessage Post(EventGridSubscription subscription, byte[] body, string mediaType) =>
        new(HttpMethod.Post, subscription.Endpoint)
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue(mediaType) { CharSet = "utf-8" } } },
        };

    private static void AddHeaders(
        HttpRequestMessage request, EventGridSubscription subscription, string eventType, int attempt, string eventId)
    {
        request.Headers.Add(EventGridHeaders.EventType, eventType);
        request.Headers.Add(EventGridHeaders.SubscriptionName, subscription.Name.ToUpperInvariant());
        request.Headers.Add(EventGridHeaders.DeliveryCount, attempt.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(EventGridHeaders.MetadataVersion, "1");
        request.Headers.Add(EventGridHeaders.DataVersion, "1.0");
        request.Headers.Add(EventGridHeaders.OutputEventId, eventId);
    }

    private EventGridEventModel EventGridEvent(EventGridMessage message) => new()
    {
        Id = message.Id,
        Topic = Topic,
        Subject = message.Subject,
        Data = message.Data,
        EventType = message.Type,
        DataVersion = "1.0",
        MetadataVersion = "1",
        EventTime = Format(message.Time),
    };

    private EventGridCloudEventModel CloudEvent(EventGridMessage message) => new()
    {
        Id = message.Id,
        Source = Topic,
        Subject = message.Subject,
        Data = message.Data,
        Type = message.Type,
        Time = Format(message.Time),
        Specversion = "1.0",
    };

    private string Topic =>
        $"/subscriptions/{options.ResourceId}/resourcegroups/emulator/providers/microsoft.communication/communicationservices/emulator";

    private static string Format(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);
}

/// <summary>One event, before its envelope.</summary>
internal sealed record EventGridMessage(
    string Id, string Type, string Subject, JsonElement Data, DateTimeOffset Time)
{
    /// <summary>What kind of delivery it is, as a header says.</summary>
    public string Kind { get; init; } = "Notification";
}
