using CallFlows.Emulator.Hosting;
using CallFlows.Emulator.Switchboard;

namespace CallFlows.Emulator.Phones;

/// <summary>Lets phones call. The dialer is asked for late because it rings phones itself.</summary>
internal sealed class PhoneDialer(EmulatorOptions options, CallRegistry calls, IdSource ids, Func<Dialer> dialer)
{
    public Invitation Dial(PhoneLine line, PartyId target, string displayName, Action<RingFailure> failed)
    {
        Conversation conversation = calls.NewConversation();
        Invitation invitation = new(ids.NewId(), conversation, target, line.Id)
        {
            CallerDisplayName = displayName,
            ByPhone = true,
            OnAnswered = (by, leg) =>
            {
                conversation.Join(line.Id, new PhoneLeg(line));
                conversation.Join(by, leg);
                conversation.AnnounceRoster();
            },
            OnFailed = failed,
        };
        dialer().Place(invitation, options.PhoneRingTimeout);
        return invitation;
    }
}
