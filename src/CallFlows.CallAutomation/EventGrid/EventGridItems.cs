using System.Text.Json;
using Azure.Messaging.EventGrid.SystemEvents;
using CallFlows.Actions;
using CallFlows.CallAutomation.Mapping;
using CallFlows.Endpoints;
using CallFlows.Flows;
using CallFlows.Protocol;
using CallFlows.Protocol.EventGrid;

namespace CallFlows.CallAutomation.EventGrid;

internal static class EventGridItems
{
    public static EventGridItem Create(EventGridEnvelope envelope, BinaryData? data, object? systemData)
    {
        if (data is null)
            return new InvalidEventItem(envelope, "It has no data.");
        return envelope.Type switch
        {
            EventGridEventTypes.IncomingCall => IncomingCall(envelope, data),
            EventGridEventTypes.SubscriptionValidation => systemData is SubscriptionValidationEventData { ValidationCode.Length: > 0 } validation
                ? new SubscriptionValidationItem(envelope, validation.ValidationCode)
                : new InvalidEventItem(envelope, "It has no validationCode."),
            EventGridEventTypes.SubscriptionDeleted =>
                new SubscriptionDeletedItem(envelope, (systemData as SubscriptionDeletedEventData)?.EventSubscriptionId),
            _ => new OtherEventItem(envelope, data, systemData),
        };
    }

    private static EventGridItem IncomingCall(EventGridEnvelope envelope, BinaryData json)
    {
        IncomingCallData data;
        try
        {
            data = ProtocolJson.Read<IncomingCallData>(json.ToMemory().Span);
        }
        catch (JsonException problem)
        {
            return new InvalidEventItem(envelope, $"The data has the wrong type at {problem.Path ?? "$"}.");
        }

        if (data.From.ToEndpoint() is not { } from)
            return Lacks(envelope, "from");
        if (data.To.ToEndpoint() is not { } to)
            return Lacks(envelope, "to");
        if (string.IsNullOrEmpty(data.ServerCallId))
            return Lacks(envelope, "serverCallId");
        return string.IsNullOrEmpty(data.IncomingCallContext)
            ? Lacks(envelope, "incomingCallContext")
            : new IncomingCallItem(envelope, Notification(data, from, to));
    }

    private static InvalidEventItem Lacks(EventGridEnvelope envelope, string property) => new(envelope, $"The data has no usable '{property}'.");

    private static IncomingCallNotification Notification(IncomingCallData data, Endpoint from, Endpoint to) => new()
    {
        From = from,
        To = to,
        ServerCallId = data.ServerCallId!,
        IncomingCallContext = data.IncomingCallContext!,
        CallerDisplayName = data.CallerDisplayName ?? "",
        CorrelationId = data.CorrelationId ?? "",
        CustomContext = data.CustomContext is { } context ? Context(context) : null,
        OnBehalfOf = data.OnBehalfOfCallee.ToEndpoint(),
    };

    private static CustomCallingContext Context(IncomingCallCustomContextModel model) => new()
    {
        SipHeaders = model.SipHeaders ?? new Dictionary<string, string>(),
        VoipHeaders = model.VoipHeaders ?? new Dictionary<string, string>(),
    };
}
