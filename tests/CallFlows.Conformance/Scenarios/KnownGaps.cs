using CallFlows.Protocol.Callbacks;
using CallFlows.Protocol.Rest;

namespace CallFlows.Conformance.Scenarios;

/// <summary>What the scenarios don't exercise, and why. An entry that they do exercise makes a test fail, as does a gap without an entry.</summary>
internal static class KnownGaps
{
    private const string NotServed = "The emulator doesn't serve it yet: it answers 501.";
    private const string Deprecated = "Deprecated in the client, which ignores it.";

    private static readonly Dictionary<string, string> NeedsOperation = new()
    {
        [CallbackEventTypes.ConnectFailed] = CallAutomationOperations.ConnectCall.Name,
        [CallbackEventTypes.MediaStreamingFailed] = CallAutomationOperations.StartMediaStreaming.Name,
        [CallbackEventTypes.MediaStreamingStarted] = CallAutomationOperations.StartMediaStreaming.Name,
        [CallbackEventTypes.MediaStreamingStopped] = CallAutomationOperations.StartMediaStreaming.Name,
        [CallbackEventTypes.MoveParticipantFailed] = CallAutomationOperations.MoveParticipants.Name,
        [CallbackEventTypes.MoveParticipantSucceeded] = CallAutomationOperations.MoveParticipants.Name,
        [CallbackEventTypes.TranscriptionFailed] = CallAutomationOperations.StartTranscription.Name,
        [CallbackEventTypes.TranscriptionStarted] = CallAutomationOperations.StartTranscription.Name,
        [CallbackEventTypes.TranscriptionStopped] = CallAutomationOperations.StartTranscription.Name,
        [CallbackEventTypes.TranscriptionUpdated] = CallAutomationOperations.StartTranscription.Name,
    };

    /// <summary>Methods of the official client, as <c>Class.method</c>.</summary>
    public static IReadOnlyDictionary<string, string> Methods { get; } = new Dictionary<string, string>();

    /// <summary>Options of methods that are called, and properties of what is in them.</summary>
    public static IReadOnlyDictionary<string, string> Options { get; } = new Dictionary<string, string>
    {
        ["CallMedia.startRecognizing: stopCurrentOperations"] = Deprecated,
    };

    /// <summary>Operations that the emulator doesn't serve: it answers each request for them so.</summary>
    public static IReadOnlyDictionary<string, string> Operations(ScenarioReport report) => report.Requests
        .GroupBy(request => request.Operation.Name)
        .Where(requests => requests.All(request => request.Status == 501))
        .ToDictionary(requests => requests.Key, _ => NotServed);

    /// <summary>Callbacks, by type.</summary>
    public static IReadOnlyDictionary<string, string> Events(ScenarioReport report)
    {
        IReadOnlyDictionary<string, string> operations = Operations(report);
        return NeedsOperation.Where(need => operations.ContainsKey(need.Value)).ToDictionary(need => need.Key, _ => NotServed);
    }

    /// <summary>Event Grid events, by type.</summary>
    public static IReadOnlyDictionary<string, string> EventGridEvents { get; } = new Dictionary<string, string>();
}
