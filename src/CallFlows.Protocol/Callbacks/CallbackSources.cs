namespace CallFlows.Protocol.Callbacks;

/// <summary>Values of a CloudEvent's source and subject.</summary>
public static class CallbackSources
{
    /// <summary>Source of every event of a connection.</summary>
    /// <param name="callConnectionId">The connection.</param>
    /// <returns><c>calling/callConnections/{callConnectionId}</c>.</returns>
    public static string OfConnection(string callConnectionId) => $"calling/callConnections/{callConnectionId}";

    /// <summary>Source of the events of a recording.</summary>
    /// <param name="serverCallId">The conversation.</param>
    /// <param name="recordingId">The recording.</param>
    /// <returns><c>calling/recordings/{serverCallId}/{recordingId}/RecordingStateChanged</c>.</returns>
    public static string OfRecording(string serverCallId, string recordingId) =>
        $"calling/recordings/{serverCallId}/{recordingId}/RecordingStateChanged";
}
