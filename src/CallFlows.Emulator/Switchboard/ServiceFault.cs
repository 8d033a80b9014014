namespace CallFlows.Emulator.Switchboard;

/// <summary>A request that the service refuses: HTTP status, service code and message (wire reference, 2.7).</summary>
internal sealed class ServiceFault(int status, int code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public int Code { get; } = code;

    /// <summary>When the client may try again; null for the usual of that status.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public static ServiceFault CallNotFound() => new(404, 8522, "Call not found.");

    public static ServiceFault ParticipantNotFound() => new(404, 8522, "Participant not found.");

    public static ServiceFault RecordingNotFound() => new(404, 8522, "Recording not found.");

    public static ServiceFault Invalid(string message) => new(400, 8523, message);

    public static ServiceFault NotEstablished() => new(400, 8501, "Action is invalid when call is not in Established state.");
}
