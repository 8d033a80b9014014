namespace CallFlows.Protocol.EventGrid;

/// <summary>Event types that reach a calling app through Event Grid.</summary>
public static class EventGridEventTypes
{
    /// <summary>A call is ringing.</summary>
    public const string IncomingCall = "Microsoft.Communication.IncomingCall";

    /// <summary>A call has started.</summary>
    public const string CallStarted = "Microsoft.Communication.CallStarted";

    /// <summary>A call has ended.</summary>
    public const string CallEnded = "Microsoft.Communication.CallEnded";

    /// <summary>A user has joined.</summary>
    public const string CallParticipantAdded = "Microsoft.Communication.CallParticipantAdded";

    /// <summary>A user has left.</summary>
    public const string CallParticipantRemoved = "Microsoft.Communication.CallParticipantRemoved";

    /// <summary>Recording files can be fetched.</summary>
    public const string RecordingFileStatusUpdated = "Microsoft.Communication.RecordingFileStatusUpdated";

    /// <summary>A user has gone offline.</summary>
    public const string UserDisconnected = "Microsoft.Communication.UserDisconnected";

    /// <summary>The types about calls, recordings and users; those of the subscription itself are not among them.</summary>
    public static IReadOnlyList<string> OfCalling { get; } =
    [
        IncomingCall, CallStarted, CallEnded, CallParticipantAdded, CallParticipantRemoved, RecordingFileStatusUpdated, UserDisconnected,
    ];

    /// <summary>The handshake of a new subscription.</summary>
    public const string SubscriptionValidation = "Microsoft.EventGrid.SubscriptionValidationEvent";

    /// <summary>The subscription is gone.</summary>
    public const string SubscriptionDeleted = "Microsoft.EventGrid.SubscriptionDeletedEvent";
}
