using CallFlows.Emulator.Switchboard;

namespace CallFlows.Emulator.Storage;

/// <summary>What a metadata file tells (wire reference, 8.3).</summary>
internal sealed record RecordingMetadata(
    string ResourceId, string CallId, string ChunkDocumentId, int ChunkIndex, DateTimeOffset? ChunkStartTime, double ChunkDuration,
    IReadOnlyList<PauseInterval> PauseResumeIntervals, RecordingInfo RecordingInfo, IReadOnlyList<RecordedParticipant> Participants)
{
    public static RecordingMetadata Of(RecordedFile file)
    {
        Recording recording = file.Recording;
        RecordingForm form = recording.Settings.Form;
        return new(
            recording.EndpointId, recording.Conversation.CorrelationId, file.DocumentId, 0, recording.StartedAt, file.Duration.TotalMilliseconds,
            recording.Pauses.Select(pause => new PauseInterval(pause.Start, pause.Length.TotalMilliseconds)).ToArray(),
            new(form.Content, form.Channel, form.Format, new(SilentFile.SamplesPerSecond, form.Channels)),
            recording.Settings.Participants
                .Select((participant, i) => new RecordedParticipant(participant.RawId, i < form.Channels && form.Channels > 1 ? i : null))
                .ToArray());
    }
}

internal sealed record PauseInterval(DateTimeOffset StartTime, double Duration);

internal sealed record RecordingInfo(string ContentType, string ChannelType, string Format, AudioConfiguration AudioConfiguration);

internal sealed record AudioConfiguration(int SampleRate, int Channels);

internal sealed record RecordedParticipant(string ParticipantId, int? Channel);
