namespace CallFlows.Emulator.Switchboard;

/// <summary>Someone is being rung. Ends once: answered, failed, or withdrawn.</summary>
internal sealed class Invitation(string id, Conversation conversation, PartyId target, PartyId caller)
{
    private IDisposable? _timeout;
    private Action? _stopRinging;

    public string Id { get; } = id;

    /// <summary>The conversation that invites.</summary>
    public Conversation Conversation { get; } = conversation;

    public PartyId Target { get; } = target;

    /// <summary>Who the target sees calling.</summary>
    public PartyId Caller { get; } = caller;

    public string CallerDisplayName { get; init; } = "";

    public CustomHeaders? CustomHeaders { get; init; }

    /// <summary>True when a phone dialled; false when an app's action did.</summary>
    public bool ByPhone { get; init; }

    /// <summary>What to do with the leg that answered.</summary>
    public required Action<PartyId, Leg> OnAnswered { get; init; }

    public required Action<RingFailure> OnFailed { get; init; }

    /// <summary>Called at the end, however it ends.</summary>
    public Action<Invitation> OnClosed { get; init; } = _ => { };

    public bool IsPending { get; private set; } = true;

    /// <summary>A redirect sends the ring on: what stops it then is another phone's affair.</summary>
    public void Ringing(Action stopRinging) => _stopRinging = stopRinging;

    public void ExpiresWith(IDisposable timer) => _timeout = timer;

    public bool Answer(PartyId by, Leg leg)
    {
        if (!Close())
            return false;
        OnAnswered(by, leg);
        return true;
    }

    public void Fail(RingFailure failure)
    {
        if (!Close())
            return;
        OnFailed(failure);
    }

    public void Expire() => StopAnd(() => OnFailed(RingFailure.NoAnswer));

    /// <summary>The inviting side gives up. Nobody is told but the ringing side.</summary>
    public void Withdraw() => StopAnd(() => { });

    private void StopAnd(Action then)
    {
        Action? stop = _stopRinging;
        if (!Close())
            return;
        stop?.Invoke();
        then();
    }

    private bool Close()
    {
        if (!IsPending)
            return false;
        IsPending = false;
        _timeout?.Dispose();
        Conversation.Forget(this);
        OnClosed(this);
        return true;
    }
}

/// <summary>Headers of a customCallingContext, as the called app gets them.</summary>
internal sealed record CustomHeaders(IReadOnlyDictionary<string, string> Voip, IReadOnlyDictionary<string, string> Sip);
