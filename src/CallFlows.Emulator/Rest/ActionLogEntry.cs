namespace CallFlows.Emulator.Rest;

/// <summary>A REST action that took effect. A repetition under the same repeatability id is none.</summary>
/// <param name="Number">Position in the log, from 1.</param>
/// <param name="At">When, by the emulator's clock.</param>
/// <param name="Action">Operation name, e.g. <c>Play</c>.</param>
/// <param name="CallConnectionId">The connection acted on; null for reject and redirect.</param>
/// <param name="RepeatabilityRequestId">The request's repeatability id; null when it had none.</param>
/// <param name="OperationContext">The request's operation context; null when it had none.</param>
/// <param name="Status">HTTP status of the answer.</param>
public sealed record ActionLogEntry(
    long Number, DateTimeOffset At, string Action, string? CallConnectionId, Guid? RepeatabilityRequestId,
    string? OperationContext, int Status);
