namespace CallFlows.Emulator.Switchboard;

/// <summary>What the switchboard tells everybody who subscribes, not only those in a call. Each method is one event of Event Grid (wire reference, 5.2).</summary>
internal interface ICallReports
{
    void CallStarted(Conversation conversation, PartyId startedBy);

    /// <param name="conversation">The call.</param>
    /// <param name="startedBy">Who started it.</param>
    /// <param name="endedBy">Who ended it; null for nobody in particular.</param>
    /// <param name="duration">How long it lasted.</param>
    void CallEnded(Conversation conversation, PartyId startedBy, PartyId? endedBy, TimeSpan duration);

    void ParticipantAdded(Conversation conversation, PartyId startedBy, Participant participant);

    void ParticipantRemoved(Conversation conversation, PartyId startedBy, Participant participant);

    /// <param name="recording">The recording, which is over.</param>
    /// <param name="documentId">What its file goes by.</param>
    /// <param name="duration">How long was recorded.</param>
    void RecordingFilesReady(Recording recording, string documentId, TimeSpan duration);
}
