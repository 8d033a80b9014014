using CallFlows.Protocol.Callbacks;
using CallFlows.Protocol.EventGrid;
using CallFlows.Protocol.Rest;

namespace CallFlows.Conformance.Scenarios;

/// <summary>What the scenarios don't exercise, and why. An entry that they do exercise makes a test fail, as does a gap without an entry.</summary>
internal static class KnownGaps
{
    private const string NotServed = "The emulator doesn't serve it yet: it answers 501.";
    private const string NoCause = "Nothing in the emulator makes it fail: whatever it accepts, it does.";
    private const string NoStreams = "The emulator doesn't stream yet.";
    private const string Deprecated = "Deprecated in the client, which ignores it.";

    /// <summary>Methods of the official client, as <c>Class.method</c>.</summary>
    public static IReadOnlyDictionary<string, string> Methods { get; } = new Dictionary<string, string>();

    /// <summary>Options of methods that are called, and properties of what is in them.</summary>
    public static IReadOnlyDictionary<string, string> Options { get; } = new Dictionary<string, string>
    {
        ["CallMedia.startRecognizing: stopCurrentOperations"] = Deprecated,
    };

    /// <summary>Operations of the REST API, by name.</summary>
    public static IReadOnlyDictionary<string, string> Operations { get; } = new[]
    {
        CallAutomationOperations.ConnectCall,
        CallAutomationOperations.MoveParticipants,
        CallAutomationOperations.StartMediaStreaming,
        CallAutomationOperations.StartTranscription,
        CallAutomationOperations.StopMediaStreaming,
        CallAutomationOperations.StopTranscription,
        CallAutomationOperations.UpdateTranscription,
    }.ToDictionary(operation => operation.Name, _ => NotServed);

    /// <summary>Callbacks, by type.</summary>
    public static IReadOnlyDictionary<string, string> Events { get; } = new Dictionary<string, string>
    {
        [CallbackEventTypes.ConnectFailed] = NotServed,
        [CallbackEventTypes.ContinuousDtmfRecognitionToneFailed] = NoCause,
        [CallbackEventTypes.MediaStreamingFailed] = NoStreams,
        [CallbackEventTypes.MediaStreamingStarted] = NoStreams,
        [CallbackEventTypes.MediaStreamingStopped] = NoStreams,
        [CallbackEventTypes.MoveParticipantFailed] = NotServed,
        [CallbackEventTypes.MoveParticipantSucceeded] = NotServed,
        [CallbackEventTypes.SendDtmfTonesFailed] = NoCause,
        [CallbackEventTypes.StartRecordingFailed] = NoCause,
        [CallbackEventTypes.TranscriptionFailed] = NoStreams,
        [CallbackEventTypes.TranscriptionStarted] = NoStreams,
        [CallbackEventTypes.TranscriptionStopped] = NoStreams,
        [CallbackEventTypes.TranscriptionUpdated] = NoStreams,
    };

    /// <summary>Event Grid events, by type.</summary>
    public static IReadOnlyDictionary<string, string> EventGridEvents { get; } = new Dictionary<string, string>
    {
        [EventGridEventTypes.SubscriptionDeleted] = "The emulator deletes a subscription without a word.",
    };
}
