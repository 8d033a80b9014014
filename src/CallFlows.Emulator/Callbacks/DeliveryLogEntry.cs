namespace CallFlows.Emulator.Callbacks;

/// <summary>A callback that the application took.</summary>
/// <param name="Number">Position in the log, from 1.</param>
/// <param name="At">When its answer came, by the emulator's clock.</param>
/// <param name="EventId">The event's id; a repeated delivery has the same one.</param>
/// <param name="Type">The event's type.</param>
/// <param name="CallConnectionId">The connection it is about.</param>
/// <param name="Path">Where it was sent, without the query, which may hold a secret.</param>
/// <param name="Status">HTTP status of the answer, 200 to 299.</param>
public sealed record DeliveryLogEntry(
    long Number, DateTimeOffset At, string EventId, string Type, string CallConnectionId, string Path, int Status);
