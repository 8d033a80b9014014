using CallFlows.Protocol.Rest;
using CallFlows.Streams;

namespace CallFlows.CallAutomation.Gateway;

/// <summary>Turns what the service says of a call's streams into results.</summary>
internal static class StreamAnswers
{
    public static MediaStreamingSubscription? Of(MediaStreamingSubscriptionModel? model) =>
        model is null ? null : new MediaStreamingSubscription(State(model.State), model.Id);

    public static TranscriptionSubscription? Of(TranscriptionSubscriptionModel? model) => model is null ? null : new TranscriptionSubscription(
        State(model.State),
        model.Id,
        model.Locale,
        model.SubscribedResultTypes?.Contains(TranscriptionResultTypes.Intermediate) ?? false);

    private static SubscriptionState State(string? state) => state switch
    {
        SubscriptionStates.Active => SubscriptionState.Active,
        SubscriptionStates.Inactive => SubscriptionState.Inactive,
        _ => SubscriptionState.Disabled,
    };
}
