using CallFlows.Emulator.Streams;
using CallFlows.Protocol.Callbacks;

namespace CallFlows.Emulator.Callbacks;

/// <summary>What a stream reports, as events (wire reference, 4.3). Only started and stopped were recorded.</summary>
internal static class StreamEvents
{
    public static CallbackData Media(StreamChange change, string details) => change switch
    {
        StreamChange.Started or StreamChange.Resumed => new MediaStreamingStartedData { MediaStreamingUpdate = MediaUpdate("mediaStreamingStarted", details) },
        StreamChange.Stopped => new MediaStreamingStoppedData { MediaStreamingUpdate = MediaUpdate("mediaStreamingStopped", details) },
        StreamChange.Failed => new MediaStreamingFailedData { MediaStreamingUpdate = MediaUpdate("mediaStreamingFailed", details) },
        _ => throw new InvalidOperationException($"No event tells of a stream of sound that it is {change}."),
    };

    public static CallbackData Transcription(StreamChange change, string details) => change switch
    {
        StreamChange.Started => new TranscriptionStartedData { TranscriptionUpdate = Update("transcriptionStarted", details) },
        StreamChange.Resumed => new TranscriptionStartedData { TranscriptionUpdate = Update("transcriptionResumed", details) },
        StreamChange.Updated => new TranscriptionUpdatedData { TranscriptionUpdate = Update("transcriptionUpdated", details) },
        StreamChange.Stopped => new TranscriptionStoppedData { TranscriptionUpdate = Update("transcriptionStopped", details) },
        _ => new TranscriptionFailedData { TranscriptionUpdate = Update("transcriptionFailed", details) },
    };

    private static MediaStreamingUpdateModel MediaUpdate(string status, string details) =>
        new() { ContentType = "Audio", MediaStreamingStatus = status, MediaStreamingStatusDetails = details };

    private static TranscriptionUpdateModel Update(string status, string details) =>
        new() { TranscriptionStatus = status, TranscriptionStatusDetails = details };
}
