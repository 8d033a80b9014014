using System.Globalization;
using System.Text.Json;
using CallFlows.CallAutomation.EventGrid;
using CallFlows.Endpoints;
using CallFlows.Events;
using CallFlows.Protocol;
using CallFlows.Protocol.EventGrid;
using CallFlows.Recordings;
using CallFlows.ServiceEvents;

namespace CallFlows.CallAutomation.Mapping;

/// <summary>
/// Events of Event Grid about calls and recordings. The service's schema and its samples differ in places (wire reference, 5.2); both are
/// taken.
/// </summary>
internal static class ServiceEventMapping
{
    private const string RecordingMark = "/recordingId/";
    private const string ServerCallMark = "/serverCallId/";

    public static EventGridItem ToItem(EventGridEnvelope envelope, CallStartedData data) =>
        Report(envelope, data, () => new CallStarted { ServerCallId = data.ServerCallId! });

    public static EventGridItem ToItem(EventGridEnvelope envelope, CallEndedData data) =>
        Report(envelope, data, () => new CallEnded
        {
            ServerCallId = data.ServerCallId!,
            EndedBy = data.EndedBy?.CommunicationIdentifier.ToEndpoint(),
            Reason = data.Reason is { Code: { } code } reason ? new ResultInformation(code, reason.SubCode ?? 0, reason.Phrase) : null,
            Duration = Seconds(data.CallDurationInSeconds ?? Number(data.AdditionalProperties, "durationOfCall")),
        });

    public static EventGridItem ToItem(EventGridEnvelope envelope, CallParticipantAddedData data) =>
        Report(envelope, data, () => Participant(new CallParticipantAdded { ServerCallId = data.ServerCallId! }, data));

    public static EventGridItem ToItem(EventGridEnvelope envelope, CallParticipantRemovedData data) =>
        Report(envelope, data, () => Participant(new CallParticipantRemoved { ServerCallId = data.ServerCallId! }, data));

    public static EventGridItem ToItem(EventGridEnvelope envelope, UserDisconnectedData data) =>
        data.UserCommunicationIdentifier.ToEndpoint() is { } user
            ? Item(envelope, new UserDisconnected { User = user, Time = envelope.Time })
            : EventGridItems.Lacks(envelope, "userCommunicationIdentifier");

    public static EventGridItem ToItem(EventGridEnvelope envelope, RecordingFileStatusUpdatedData data)
    {
        if (Between(envelope.Subject, RecordingMark, null) is not { } recordingId)
            return new InvalidEventItem(envelope, "The subject names no recording.");
        if (data.RecordingStorageInfo?.RecordingChunks is not { } chunks)
            return EventGridItems.Lacks(envelope, "recordingStorageInfo.recordingChunks");

        List<RecordingFile> files = [];
        foreach (RecordingChunkModel? chunk in chunks)
        {
            if (ToFile(chunk) is not { } file)
                return EventGridItems.Lacks(envelope, $"recordingStorageInfo.recordingChunks[{files.Count}]");
            files.Add(file);
        }

        return Item(envelope, new RecordingFileStatusUpdated
        {
            RecordingId = recordingId,
            ServerCallId = Between(envelope.Subject, ServerCallMark, RecordingMark),
            Files = files,
            StartedAt = DateTimeOffset.TryParse(
                data.RecordingStartTime, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out DateTimeOffset startedAt) ? startedAt : null,
            Duration = Seconds(data.RecordingDurationMs / 1000),
            Content = Word<RecordingContent>(data.RecordingContentType),
            Channel = Word<RecordingChannel>(data.RecordingChannelType),
            Format = Word<RecordingFormat>(data.RecordingFormatType),
            SessionEndReason = data.SessionEndReason,
            Time = envelope.Time,
        });
    }

    private static CallParticipantReport Participant(CallParticipantReport report, CallParticipantData data) => report with
    {
        User = EndpointOf(data.User),
        Role = data.User?.Role,
        DisplayName = data.DisplayName,
        ParticipantId = data.ParticipantId,
        UserAgent = data.UserAgent,
    };

    private static EventGridItem Report(EventGridEnvelope envelope, CallData data, Func<CallReport> report) =>
        string.IsNullOrEmpty(data.ServerCallId)
            ? EventGridItems.Lacks(envelope, "serverCallId")
            : Item(envelope, report() with
            {
                CorrelationId = data.CorrelationId,
                StartedBy = EndpointOf(data.StartedBy),
                StartedByRole = data.StartedBy?.Role,
                GroupId = data.Group?.Id,
                RoomId = data.Room?.Id,
                IsTwoParty = data.IsTwoParty ?? false,
                Time = envelope.Time,
            });

    private static EventGridItem Item(EventGridEnvelope envelope, ServiceEvent serviceEvent) => string.IsNullOrEmpty(envelope.Id)
        ? new InvalidEventItem(envelope, "It has no id.")
        : new ServiceEventItem(envelope, envelope.Id, serviceEvent);

    private static RecordingFile? ToFile(RecordingChunkModel? chunk) =>
        chunk is { DocumentId.Length: > 0 } && Address(chunk.ContentLocation) is { } content
            ? new(chunk.DocumentId, chunk.Index ?? 0, chunk.EndReason, content, Address(chunk.MetadataLocation), Address(chunk.DeleteLocation))
            : null;

    private static Uri? Address(string? text) => Uri.TryCreate(text, UriKind.Absolute, out Uri? address) ? address : null;

    // Samples of the service leave out the level of "communicationIdentifier".
    private static CallEndpoint? EndpointOf(CallPartyModel? party) =>
        party?.CommunicationIdentifier.ToEndpoint()
        ?? (party?.AdditionalProperties is { } properties && properties.TryGetValue("rawId", out JsonElement rawId)
            && CallEndpoint.TryParse(ProtocolJson.TextOf(rawId), out CallEndpoint? endpoint) ? endpoint : null);

    private static double? Number(IDictionary<string, JsonElement>? properties, string name) =>
        properties is not null && properties.TryGetValue(name, out JsonElement value)
        && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) ? number : null;

    private static TimeSpan? Seconds(double? seconds) =>
        seconds is >= 0 && seconds < TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromSeconds(seconds.Value) : null;

    // Not numbers: an enumeration takes those too.
    private static TWord? Word<TWord>(string? text)
        where TWord : struct, Enum =>
        text is { Length: > 0 } && char.IsAsciiLetter(text[0]) && Enum.TryParse(text, ignoreCase: true, out TWord word) ? word : null;

    /// <summary>What stands in a subject between two marks; a serverCallId has slashes of its own.</summary>
    private static string? Between(string? subject, string after, string? before)
    {
        int start = subject?.IndexOf(after, StringComparison.OrdinalIgnoreCase) ?? -1;
        if (start < 0)
            return null;
        string rest = subject![(start + after.Length)..];
        int end = before is null ? rest.Length : rest.LastIndexOf(before, StringComparison.OrdinalIgnoreCase);
        return end > 0 ? rest[..end] : null;
    }
}
