using System.Collections.Frozen;
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
    private static readonly FrozenSet<string> TypesOfThePackage = FrozenSet.ToFrozenSet(
    [
        EventGridEventTypes.SubscriptionDeleted,
        EventGridEventTypes.SubscriptionValidation,
    ]);

    /// <param name="envelope">What is known of the event.</param>
    /// <param name="data">Its data.</param>
    /// <param name="systemData">The data as a type of Azure's package; null for types it doesn't know and for data it can't read.</param>
    public static EventGridItem Create(EventGridEnvelope envelope, BinaryData? data, object? systemData) => (envelope.Type, data, systemData) switch
    {
        (_, null, _) => new InvalidEventItem(envelope, "It has no data."),
        (EventGridEventTypes.IncomingCall, _, _) => Read<IncomingCallData>(envelope, data, IncomingCall),
        (EventGridEventTypes.CallStarted, _, _) => Read<CallStartedData>(envelope, data, ServiceEventMapping.ToItem),
        (EventGridEventTypes.CallEnded, _, _) => Read<CallEndedData>(envelope, data, ServiceEventMapping.ToItem),
        (EventGridEventTypes.CallParticipantAdded, _, _) => Read<CallParticipantAddedData>(envelope, data, ServiceEventMapping.ToItem),
        (EventGridEventTypes.CallParticipantRemoved, _, _) => Read<CallParticipantRemovedData>(envelope, data, ServiceEventMapping.ToItem),
        (EventGridEventTypes.RecordingFileStatusUpdated, _, _) => Read<RecordingFileStatusUpdatedData>(envelope, data, ServiceEventMapping.ToItem),
        (EventGridEventTypes.UserDisconnected, _, _) => Read<UserDisconnectedData>(envelope, data, ServiceEventMapping.ToItem),
        (_, _, SubscriptionValidationEventData { ValidationCode.Length: > 0 } validation) => new SubscriptionValidationItem(envelope, validation.ValidationCode),
        (_, _, SubscriptionValidationEventData) => Lacks(envelope, "validationCode"),
        (_, _, SubscriptionDeletedEventData deleted) => new SubscriptionDeletedItem(envelope, deleted.EventSubscriptionId),
        ({ } type, _, null) when TypesOfThePackage.Contains(type) => new InvalidEventItem(envelope, "The data isn't that of its type."),
        _ => new OtherEventItem(envelope, data),
    };

    public static InvalidEventItem Lacks(EventGridEnvelope envelope, string property) => new(envelope, $"The data has no usable '{property}'.");

    private static EventGridItem Read<TData>(EventGridEnvelope envelope, BinaryData json, Func<EventGridEnvelope, TData, EventGridItem> toItem)
        where TData : WireModel
    {
        try
        {
            return toItem(envelope, ProtocolJson.Read<TData>(json.ToMemory().Span));
        }
        catch (JsonException problem)
        {
            return new InvalidEventItem(envelope, $"The data has the wrong type at {problem.Path ?? "$"}.");
        }
    }

    private static EventGridItem IncomingCall(EventGridEnvelope envelope, IncomingCallData data)
    {
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

    private static IncomingCallNotification Notification(IncomingCallData data, CallEndpoint from, CallEndpoint to) => new()
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
