using CallFlows.Emulator.Faults;
using CallFlows.Emulator.Hosting;
using CallFlows.Emulator.Phones;

namespace CallFlows.Emulator.Switchboard;

/// <summary>Rings whoever is invited: an app, if a subscription covers the identity, or else a phone.</summary>
internal sealed class Dialer(
    EmulatorOptions options, SwitchboardQueue queue, CallRegistry calls, IdSource ids, PhoneExchange phones,
    IIncomingCallPublisher publisher, FaultSource faults)
{
    public void Place(Invitation invitation, TimeSpan? timeout = null)
    {
        TimeSpan limit = timeout ?? (invitation.Target.IsPhoneNumber ? options.NumberRingTimeout : options.UserRingTimeout);
        invitation.Conversation.Track(invitation);
        invitation.ExpiresWith(queue.Schedule(limit, invitation.Expire));
        switch (faults.Strike(FaultPhase.Ring, () => FaultSubject.OfRing(null, invitation))?.Kind)
        {
            case null:
                Ring(invitation, invitation.Target, redirected: false);
                break;
            case FaultKind.Decline:
                invitation.Fail(RingFailure.Declined);
                break;
            case FaultKind.Busy:
                invitation.Fail(RingFailure.Busy);
                break;
        }
    }

    /// <summary>Rings a target for an invitation; a redirected one only reaches an app that names the target by pattern.</summary>
    public void Ring(Invitation invitation, PartyId target, bool redirected)
    {
        bool forApp = publisher.Covers(target, named: true)
            || (invitation.ByPhone && !redirected && !phones.IsDriven(target) && publisher.Covers(target, named: false));
        if (forApp)
            Offer(invitation, target);
        else
            phones.Ring(target, invitation);
    }

    private void Offer(Invitation invitation, PartyId target)
    {
        bool separate = target.IsPhoneNumber && !invitation.ByPhone;
        Conversation conversation = separate ? calls.NewConversation() : invitation.Conversation;
        IncomingCallOffer offer = new(
            ids.NewIncomingCallContext(conversation.CorrelationId), target, invitation, conversation);
        calls.Add(offer);
        invitation.Ringing(() => offer.IsOpen = false);
        publisher.Publish(offer);
    }
}
