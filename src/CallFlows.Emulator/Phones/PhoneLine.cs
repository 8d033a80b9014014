using System.Globalization;
using CallFlows.Emulator.Hosting;
using CallFlows.Emulator.Streams;
using CallFlows.Emulator.Switchboard;

namespace CallFlows.Emulator.Phones;

/// <summary>A phone on the switchboard. Its members run on the <see cref="SwitchboardQueue"/> only.</summary>
internal sealed class PhoneLine(PartyId id, EmulatorOptions options, SwitchboardQueue queue, PhoneDialer dialer)
{
    private Invitation? _ringing;
    private Invitation? _dialling;
    private PhoneLeg? _leg;
    private IDisposable? _reaction;
    private bool _hangingUp;

    public PartyId Id { get; } = id;

    public PhoneLog Log { get; } = new(queue, options.Limits.MaxPhoneLogEntries);

    /// <summary>Has a script, a person or a program taken this phone in hand? If not it answers by itself.</summary>
    public bool IsDriven { get; set; }

    public RingBehavior? OnRing { get; set; }

    public PhoneState State =>
        _leg is not null ? PhoneState.InCall
        : _ringing is not null ? PhoneState.Ringing
        : _dialling is not null ? PhoneState.Dialling
        : PhoneState.Idle;

    /// <summary>The raw id of who rings.</summary>
    public string? RingingFrom => _ringing?.Caller.RawId;

    public void Ring(Invitation invitation)
    {
        RingBehavior behavior = OnRing
            ?? (IsDriven ? RingBehavior.Ignore : RingBehavior.Answer(options.UndrivenPhoneAnswersAfter));
        if (State != PhoneState.Idle || behavior.Reaction == RingReaction.Busy)
        {
            Log.Add(PhoneLogKind.TurnedAwayBusy, invitation.Caller.RawId);
            invitation.Fail(RingFailure.Busy);
            return;
        }

        _ringing = invitation;
        invitation.Ringing(StopRinging);
        React(behavior);
        Log.Add(PhoneLogKind.Ringing, invitation.Caller.RawId);
    }

    public void Answer()
    {
        Invitation invitation = TakeRinging();
        invitation.Answer(Id, new PhoneLeg(this));
    }

    public void Decline(RingFailure failure = RingFailure.Declined)
    {
        Invitation invitation = TakeRinging();
        Log.Add(failure == RingFailure.Busy ? PhoneLogKind.TurnedAwayBusy : PhoneLogKind.Declined, invitation.Caller.RawId);
        invitation.Fail(failure);
    }

    public void Dial(PartyId target, string displayName)
    {
        if (State != PhoneState.Idle)
            throw new InvalidOperationException($"The phone can't dial: it is {State}.");
        Log.Add(PhoneLogKind.Dialled, target.RawId);
        Invitation invitation = dialer.Dial(this, target, displayName, failure =>
        {
            _dialling = null;
            Log.Add(PhoneLogKind.DialFailed, failure.ToString());
        });
        // A busy target has failed already.
        _dialling = invitation.IsPending ? invitation : null;
    }

    /// <summary>Joins a group call or room.</summary>
    public void Join(Meetings meetings, CallLocation location)
    {
        if (State != PhoneState.Idle)
            throw new InvalidOperationException($"The phone can't join a call: it is {State}.");
        Log.Add(PhoneLogKind.Dialled, location.Id);
        Conversation conversation = meetings.Enter(location);
        conversation.Join(Id, new PhoneLeg(this));
        conversation.AnnounceRoster();
    }

    public void Press(Tone tone)
    {
        Participant self = RequireCall();
        Log.Add(PhoneLogKind.Pressed, Tones.ToKey(tone).ToString());
        self.Conversation.Tone(self, tone);
    }

    public void Say(string text)
    {
        Participant self = RequireCall();
        Log.Add(PhoneLogKind.Said, text);
        self.Conversation.Speech(self, text);
    }

    public void PlayAudio(AudioClip clip)
    {
        Participant self = RequireCall();
        Log.Add(PhoneLogKind.PlayedAudio, clip.Duration.ToString("c", CultureInfo.InvariantCulture));
        self.Conversation.Audio(self, clip);
    }

    public void HangUp()
    {
        if (_dialling is { } dialling)
        {
            _dialling = null;
            Log.Add(PhoneLogKind.HungUp);
            dialling.Withdraw();
            return;
        }

        Participant self = RequireCall();
        _hangingUp = true;
        EndCause seen = Id.IsPhoneNumber ? EndCause.RemoteNumber : EndCause.RemoteUser;
        self.Conversation.Leave(self, EndCause.OwnRequest, seen);
    }

    public void Connected(PhoneLeg leg)
    {
        _dialling = null;
        bool moved = _leg == leg;
        _leg = leg;
        Log.Add(PhoneLogKind.Connected, moved ? "another party" : null);
    }

    public void Disconnected(EndCause cause)
    {
        bool own = _hangingUp;
        _hangingUp = false;
        _leg = null;
        if (own)
            Log.Add(PhoneLogKind.HungUp);
        else
            Log.Add(PhoneLogKind.Disconnected, cause.ToString());
    }

    private void React(RingBehavior behavior)
    {
        Action? reaction = behavior.Reaction switch
        {
            RingReaction.Answer => Answer,
            RingReaction.Decline => () => Decline(),
            _ => null,
        };
        if (reaction is not null)
            _reaction = queue.Schedule(behavior.After, reaction);
    }

    private void StopRinging()
    {
        _reaction?.Dispose();
        _reaction = null;
        _ringing = null;
        Log.Add(PhoneLogKind.RingStopped);
    }

    private Invitation TakeRinging()
    {
        Invitation invitation = _ringing ?? throw new InvalidOperationException($"The phone isn't ringing: it is {State}.");
        _reaction?.Dispose();
        _reaction = null;
        _ringing = null;
        return invitation;
    }

    private Participant RequireCall() =>
        _leg?.Participant ?? throw new InvalidOperationException($"The phone isn't in a call: it is {State}.");
}
