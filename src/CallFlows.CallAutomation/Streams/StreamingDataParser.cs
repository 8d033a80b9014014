using System.Globalization;
using System.Text.Json;
using CallFlows.Endpoints;
using CallFlows.Protocol;
using CallFlows.Protocol.Streaming;

namespace CallFlows.CallAutomation.Streams;

/// <summary>Reads the frames that the service sends on a call's web socket.</summary>
public static class StreamingDataParser
{
    /// <summary>Reads a frame.</summary>
    /// <param name="utf8">UTF-8 JSON.</param>
    /// <returns>What it holds; <see cref="UnknownStreamingData"/> for a kind that this library doesn't know.</returns>
    /// <exception cref="StreamingFormatException">It is no frame, or lacks what its kind promises.</exception>
    public static StreamingData Parse(ReadOnlyMemory<byte> utf8)
    {
        StreamingFrameModel frame = Read(utf8.Span);
        return frame.Kind switch
        {
            null or "" => throw new StreamingFormatException("$.kind", "it is missing."),
            StreamingKinds.AudioMetadata => Metadata(Part(frame.AudioMetadata, "audioMetadata")),
            StreamingKinds.AudioData => Audio(Part(frame.AudioData, "audioData")),
            StreamingKinds.DtmfData => Dtmf(Part(frame.DtmfData, "dtmfData")),
            StreamingKinds.TranscriptionMetadata => Metadata(Part(frame.TranscriptionMetadata, "transcriptionMetadata")),
            StreamingKinds.TranscriptionData => Transcription(Part(frame.TranscriptionData, "transcriptionData")),
            _ => new UnknownStreamingData(frame.Kind, utf8.ToArray()),
        };
    }

    private static StreamingFrameModel Read(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return ProtocolJson.Read<StreamingFrameModel>(utf8);
        }
        catch (JsonException exception)
        {
            string location = exception.Path is { Length: > 0 } path ? path : "$";
            throw new StreamingFormatException(location, "it isn't the JSON expected there.", exception);
        }
    }

    private static T Part<T>(T? part, string name)
        where T : WireModel => part ?? throw new StreamingFormatException($"$.{name}", "it is missing, and the frame's kind promises it.");

    private static AudioMetadata Metadata(AudioMetadataModel model) => new(
        model.SubscriptionId ?? "", model.Encoding ?? "", model.SampleRate ?? 0, model.Channels ?? 0, model.Length ?? 0);

    private static AudioData Audio(AudioDataModel model) => new(
        model.Data ?? throw new StreamingFormatException("$.audioData.data", "it is missing."),
        Time(model.Timestamp),
        Participant(model.ParticipantRawId),
        model.Silent ?? false);

    private static DtmfData Dtmf(DtmfDataModel model) => new(
        string.IsNullOrEmpty(model.Data) ? throw new StreamingFormatException("$.dtmfData.data", "it is missing.") : model.Data,
        Time(model.Timestamp),
        Participant(model.ParticipantRawId));

    private static TranscriptionMetadata Metadata(TranscriptionMetadataModel model) => new(
        model.SubscriptionId ?? "", model.Locale ?? "", model.CallConnectionId ?? "", model.CorrelationId ?? "", model.SpeechRecognitionModelEndpointId);

    private static TranscriptionData Transcription(TranscriptionDataModel model) => new(
        model.Text ?? throw new StreamingFormatException("$.transcriptionData.text", "it is missing."),
        string.Equals(model.ResultStatus, "Final", StringComparison.OrdinalIgnoreCase) ? TranscriptionResultState.Final : TranscriptionResultState.Intermediate,
        Participant(model.ParticipantRawId),
        model.Confidence,
        TimeSpan.FromTicks(model.Offset ?? 0),
        TimeSpan.FromTicks(model.Duration ?? 0),
        [.. (model.Words ?? []).OfType<TranscriptionWordModel>().Select(Word)],
        model.Format);

    private static WordData Word(TranscriptionWordModel model) =>
        new(model.Text ?? "", TimeSpan.FromTicks(model.Offset ?? 0), TimeSpan.FromTicks(model.Duration ?? 0));

    private static CallEndpoint? Participant(string? rawId) => CallEndpoint.TryParse(rawId, out CallEndpoint? endpoint) ? endpoint : null;

    private static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) ? time : null;
}
