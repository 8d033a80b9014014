using CallFlows.Emulator.Switchboard;

namespace CallFlows.Emulator.Media;

internal sealed class PlayOperation : MediaOperation
{
    private readonly CallConnection _call;
    private readonly Operation _operation;
    private readonly IReadOnlyList<PartyId> _playTo;
    private readonly ICallEvents _events;
    private readonly PromptPlayer _player;
    private readonly List<Participant> _aside = [];

    public PlayOperation(
        CallConnection call, Operation operation, IReadOnlyList<Prompt> prompts, bool loop, IReadOnlyList<PartyId> playTo,
        ICallEvents events, PromptPlayers players)
    {
        _call = call;
        _operation = operation;
        _playTo = playTo;
        _events = events;
        _player = players.Create(prompts, loop, Audience,
            started: () => events.PlayStarted(call, operation),
            finished: () => End(() => events.PlayCompleted(call, operation)),
            failed: (index, result) => End(() => events.PlayFailed(call, operation, index, result)));
    }

    public override bool IsForSome => _playTo.Count > 0;

    public override void Start()
    {
        if (IsForSome)
            TakeOthersAside();
        _player.Start();
    }

    public override void Cancel()
    {
        _player.Stop();
        _events.PlayCanceled(_call, _operation);
        BringOthersBack();
    }

    public override void Abandon() => _player.Stop();

    private void End(Action report)
    {
        report();
        BringOthersBack();
        Done();
    }

    private Participant[] Audience() => _call.Others
        .Where(other => !other.IsOnHold && (!IsForSome || _playTo.Contains(other.Id)))
        .ToArray();

    // Recorded: while a prompt plays to one participant, the rest are listed as on hold.
    private void TakeOthersAside()
    {
        _aside.AddRange(_call.Conversation.Participants.Where(participant => !_playTo.Contains(participant.Id)));
        SetAside(true);
    }

    private void BringOthersBack() => SetAside(false);

    private void SetAside(bool aside)
    {
        if (_aside.Count == 0)
            return;
        foreach (Participant participant in _aside)
            participant.IsAside = aside;
        if (!aside)
            _aside.Clear();
        _call.Conversation.AnnounceRoster();
    }
}
