namespace CallFlows.Emulator.Switchboard;

/// <summary>A created call on its way: connected by the first target that answers, failed when the last one fails.</summary>
internal sealed class CreateAttempt(CallConnection call, int targets)
{
    private int _open = targets;

    public void Answered(PartyId by, Leg leg)
    {
        _open--;
        if (call.Leg.Participant is null)
            call.Conversation.Join(call.Self, call.Leg);
        call.Conversation.Join(by, leg);
        call.Conversation.AnnounceRoster();
    }

    public void Failed(PartyId target, RingFailure failure)
    {
        _open--;
        if (_open == 0 && call.Leg.Participant is null)
            call.FailToCreate(failure.Call(target));
    }
}
