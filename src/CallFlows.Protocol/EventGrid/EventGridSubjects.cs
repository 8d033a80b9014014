namespace CallFlows.Protocol.EventGrid;

/// <summary>Values of an Event Grid event's subject.</summary>
public static class EventGridSubjects
{
    /// <summary>Subject of an incoming call.</summary>
    /// <param name="fromRawId">Raw id of the caller.</param>
    /// <param name="toRawId">Raw id of the called identity.</param>
    /// <returns><c>/caller/{from}/recipient/{to}</c>.</returns>
    public static string IncomingCall(string fromRawId, string toRawId) => $"/caller/{fromRawId}/recipient/{toRawId}";

    /// <summary>Subject of a started call.</summary>
    /// <param name="serverCallId">The conversation.</param>
    /// <param name="startedByRawId">Raw id of who started it.</param>
    /// <returns><c>call/{serverCallId}/startedBy/{rawId}</c>.</returns>
    public static string CallStarted(string serverCallId, string startedByRawId) => $"call/{serverCallId}/startedBy/{startedByRawId}";

    /// <summary>Subject of an ended call.</summary>
    /// <param name="serverCallId">The conversation.</param>
    /// <returns><c>call/{serverCallId}</c>.</returns>
    public static string CallEnded(string serverCallId) => $"call/{serverCallId}";

    /// <summary>Subject of a participant who joined or left.</summary>
    /// <param name="serverCallId">The conversation.</param>
    /// <param name="rawId">Raw id of the participant.</param>
    /// <returns><c>call/{serverCallId}/participant/{rawId}</c>.</returns>
    public static string CallParticipant(string serverCallId, string rawId) => $"call/{serverCallId}/participant/{rawId}";

    /// <summary>Subject of recording files.</summary>
    /// <param name="callId">The call.</param>
    /// <param name="serverCallId">The conversation.</param>
    /// <param name="recordingId">The recording.</param>
    /// <returns><c>/recording/call/{callId}/serverCallId/{serverCallId}/recordingId/{recordingId}</c>.</returns>
    public static string RecordingFile(string callId, string serverCallId, string recordingId) =>
        $"/recording/call/{callId}/serverCallId/{serverCallId}/recordingId/{recordingId}";
}
