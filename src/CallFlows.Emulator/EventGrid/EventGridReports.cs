using System.Globalization;
using CallFlows.Emulator.Callbacks;
using CallFlows.Emulator.Storage;
using CallFlows.Emulator.Switchboard;
using CallFlows.Protocol;
using CallFlows.Protocol.EventGrid;
using CallFlows.Protocol.Rest;

namespace CallFlows.Emulator.EventGrid;

/// <summary>Reports of the switchboard as events of Event Grid (wire reference, 5.2 and 8.2).</summary>
internal sealed class EventGridReports(EventGridPublisher publisher, EventGridMessages messages, EmulatorAddress address) : ICallReports
{
    private const string Role = "Attendee";

    public void CallStarted(Conversation conversation, PartyId startedBy) => Publish(
        EventGridEventTypes.CallStarted,
        EventGridSubjects.CallStarted(conversation.ServerCallId, startedBy.RawId),
        About(new CallStartedData(), conversation, startedBy));

    public void CallEnded(Conversation conversation, PartyId startedBy, PartyId? endedBy, TimeSpan duration) => Publish(
        EventGridEventTypes.CallEnded,
        EventGridSubjects.CallEnded(conversation.ServerCallId),
        About(
            new CallEndedData
            {
                EndedBy = new()
                {
                    CommunicationIdentifier = WireModels.Identifier(endedBy ?? startedBy),
                    Type = endedBy is null ? "MicrosoftInternal" : "Participant",
                    Name = endedBy is null ? "Service" : "Participant",
                },
                Reason = new() { Code = 0, SubCode = 0, Phrase = "" },
                CallDurationInSeconds = Math.Round(duration.TotalSeconds, 3),
            },
            conversation,
            startedBy));

    public void ParticipantAdded(Conversation conversation, PartyId startedBy, Participant participant) => Publish(
        EventGridEventTypes.CallParticipantAdded, conversation, startedBy, participant, new CallParticipantAddedData());

    public void ParticipantRemoved(Conversation conversation, PartyId startedBy, Participant participant) => Publish(
        EventGridEventTypes.CallParticipantRemoved, conversation, startedBy, participant, new CallParticipantRemovedData());

    public void RecordingFilesReady(Recording recording, string documentId, TimeSpan duration)
    {
        string location = address.Base + StorageEndpoints.PathOf(documentId);
        RecordingForm form = recording.Settings.Form;
        string media = form.Content == RecordingContents.AudioVideo ? "video" : "audio";
        string ending = recording.EndedWithCall ? "CallEnded" : "InitiatorLeft";
        Publish(
            EventGridEventTypes.RecordingFileStatusUpdated,
            EventGridSubjects.RecordingFile(recording.Conversation.CorrelationId, recording.Conversation.ServerCallId, recording.Id),
            new RecordingFileStatusUpdatedData
            {
                RecordingStorageInfo = new()
                {
                    RecordingChunks =
                    [
                        new()
                        {
                            DocumentId = documentId,
                            Index = 0,
                            EndReason = "SessionEnded",
                            ContentLocation = $"{location}/content/{media}",
                            MetadataLocation = $"{location}/content/acsmetadata",
                            DeleteLocation = location,
                        },
                    ],
                },
                RecordingStartTime = recording.StartedAt?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
                RecordingDurationMs = Math.Round(duration.TotalMilliseconds),
                RecordingContentType = Capitalised(form.Content),
                RecordingChannelType = Capitalised(form.Channel),
                RecordingFormatType = Capitalised(form.Format),
                SessionEndReason = ending,
            });
    }

    private void Publish<TData>(string type, Conversation conversation, PartyId startedBy, Participant participant, TData data)
        where TData : CallParticipantData => Publish(
            type,
            EventGridSubjects.CallParticipant(conversation.ServerCallId, participant.Id.RawId),
            About(
                data with
                {
                    User = Party(participant.Id),
                    DisplayName = "",
                    ParticipantId = participant.ReportId.ToString(),
                    UserAgent = "CallFlows.Emulator",
                },
                conversation,
                startedBy));

    private static TData About<TData>(TData data, Conversation conversation, PartyId startedBy)
        where TData : CallData => data with
        {
            StartedBy = Party(startedBy),
            ServerCallId = conversation.ServerCallId,
            IsTwoParty = conversation.Participants.Count <= 2,
            CorrelationId = conversation.CorrelationId,
            IsRoomsCall = false,
        };

    private static CallPartyModel Party(PartyId id) => new() { CommunicationIdentifier = WireModels.Identifier(id), Role = Role };

    // The words of Event Grid are those of REST with a capital (wire reference, 8.2).
    private static string Capitalised(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private void Publish<TData>(string type, string subject, TData data)
        where TData : WireModel => publisher.Publish(messages.Of(type, subject, ProtocolJson.ToElement(data)));
}
