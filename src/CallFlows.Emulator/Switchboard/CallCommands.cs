using CallFlows.Emulator.Faults;
using CallFlows.Emulator.Hosting;
using CallFlows.Protocol.Rest;

namespace CallFlows.Emulator.Switchboard;

/// <summary>The switchboard's commands on whole calls. Run them on the <see cref="SwitchboardQueue"/> only.</summary>
internal sealed class CallCommands(
    EmulatorOptions options, SwitchboardQueue queue, CallRegistry calls, IdSource ids, Dialer dialer, ConnectionMaker connections,
    FaultSource faults)
{
    public CallConnection Create(PartyId? source, ConnectionSettings settings, CustomHeaders? headers)
    {
        Conversation conversation = calls.NewConversation();
        CallConnection call = connections.New(conversation, source ?? settings.Source, settings);
        PartyId caller = settings.SourceCallerIdNumber is { } number ? PartyId.OfNumber(number) : call.Self;
        CreateAttempt attempt = new(call, settings.Targets.Count);
        foreach (PartyId target in settings.Targets)
        {
            Invitation invitation = new(ids.NewId(), conversation, target, target.IsPhoneNumber ? caller : call.Self)
            {
                CallerDisplayName = settings.SourceDisplayName ?? "",
                CustomHeaders = headers,
                OnAnswered = attempt.Answered,
                OnFailed = failure => attempt.Failed(target, failure),
            };
            queue.Schedule(options.Latency, () =>
            {
                if (!call.IsOver)
                    dialer.Place(invitation);
            });
        }

        return call;
    }

    public CallConnection Answer(string context, Func<IncomingCallOffer, PartyId, ConnectionSettings> settle, PartyId? answeredBy)
    {
        IncomingCallOffer offer = Take(context, CallAutomationOperations.AnswerCall);
        PartyId self = answeredBy ?? (offer.Called.IsPhoneNumber ? ids.NewUser() : offer.Called);
        CallConnection call = connections.New(offer.Conversation, self, settle(offer, self));
        queue.Schedule(options.Latency, () => Establish(offer, call));
        return call;
    }

    public IncomingCallOffer Reject(string context, RingFailure reason)
    {
        IncomingCallOffer offer = Take(context, CallAutomationOperations.RejectCall);
        queue.Schedule(options.Latency, () => offer.Invitation.Fail(reason));
        return offer;
    }

    public IncomingCallOffer Redirect(string context, PartyId target)
    {
        IncomingCallOffer offer = Take(context, CallAutomationOperations.RedirectCall);
        queue.Schedule(options.Latency, () =>
        {
            if (offer.Invitation.IsPending)
                dialer.Ring(offer.Invitation, target, redirected: true);
        });
        return offer;
    }

    /// <summary>The app leaves. Two parties or more go on without it.</summary>
    public CallConnection HangUp(string callConnectionId)
    {
        CallConnection call = calls.Get(callConnectionId);
        if (call.Leg.Participant is { } self)
            call.Conversation.Leave(self, EndCause.OwnRequest, EndCause.OtherApp);
        else
            Abort(call);
        return call;
    }

    /// <summary>The call ends for everyone.</summary>
    public CallConnection Terminate(string callConnectionId)
    {
        CallConnection call = calls.Get(callConnectionId);
        if (call.Leg.Participant is null)
            Abort(call);
        else
            call.Conversation.End(call.Leg, EndCause.OwnRequest, EndCause.OtherApp);
        return call;
    }

    private IncomingCallOffer Take(string context, CallAutomationOperation operation)
    {
        IncomingCallOffer offer = calls.Take(context);
        if (faults.Strike(FaultPhase.IncomingCallTaken, () => FaultSubject.OfRing(operation.Name, offer.Invitation)) is null)
            return offer;
        offer.Invitation.Expire();
        throw ServiceFault.CallNotFound();
    }

    private static void Abort(CallConnection call)
    {
        call.Disconnect(EndCause.OwnRequest.Result());
        if (call.Settings.AnsweredBy is null)
            call.Conversation.End(call.Leg, EndCause.OwnRequest, EndCause.OtherApp);
    }

    private static void Establish(IncomingCallOffer offer, CallConnection call)
    {
        Invitation invitation = offer.Invitation;
        if (call.IsOver)
        {
            invitation.Fail(RingFailure.Declined);
            return;
        }

        if (!invitation.IsPending)
        {
            call.FailToAnswer(ResultInfo.CallerGone);
            return;
        }

        if (!offer.IsBridged)
        {
            invitation.Answer(call.Self, call.Leg);
            return;
        }

        (BridgeLeg calling, BridgeLeg called) = BridgeLeg.Create();
        offer.Conversation.Join(invitation.Caller, called);
        offer.Conversation.Join(call.Self, call.Leg);
        offer.Conversation.AnnounceRoster();
        invitation.Answer(offer.Called, calling);
    }
}
