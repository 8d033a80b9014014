using CallFlows.Emulator.Phones;

namespace CallFlows.Emulator.Switchboard;

/// <summary>
/// Watches conversations and reports those with communication users. As at the service, people on telephones and apps are not reported, and
/// a call without any user isn't either (wire reference, 5.2).
/// </summary>
internal sealed class CallReporter(SwitchboardQueue queue, ICallReports reports)
{
    private const string UserPrefix = "8:acs:";

    public void Watch(Conversation conversation)
    {
        Watched watched = new(queue, reports, conversation);
        conversation.Joined += watched.Joined;
        conversation.Left += watched.Left;
        conversation.Ended += watched.Ended;
    }

    private sealed class Watched(SwitchboardQueue queue, ICallReports reports, Conversation conversation)
    {
        private readonly List<Participant> _users = [];
        private DateTimeOffset _startedAt;
        private PartyId _startedBy;
        private bool _isStarted;

        // A call begins when the second party is there; its first party has begun it.
        public void Joined(Participant participant)
        {
            if (_startedBy == default)
                _startedBy = participant.Id;
            if (IsUser(participant))
                _users.Add(participant);
            if (_isStarted && IsUser(participant))
                reports.ParticipantAdded(conversation, _startedBy, participant);
            if (!_isStarted && conversation.Participants.Count > 1 && _users.Count > 0)
                Start();
        }

        public void Left(Participant participant)
        {
            if (_users.Remove(participant) && _isStarted)
                reports.ParticipantRemoved(conversation, _startedBy, participant);
        }

        public void Ended()
        {
            if (_isStarted)
                reports.CallEnded(conversation, _startedBy, conversation.EndedBy, queue.Now - _startedAt);
        }

        private void Start()
        {
            _isStarted = true;
            _startedAt = queue.Now;
            reports.CallStarted(conversation, _startedBy);
            foreach (Participant user in _users)
                reports.ParticipantAdded(conversation, _startedBy, user);
        }

        private static bool IsUser(Participant participant) =>
            participant.Leg is PhoneLeg && participant.Id.RawId.StartsWith(UserPrefix, StringComparison.Ordinal);
    }
}
