using CallFlows.Endpoints;

namespace CallFlows.Actions;

/// <summary>
/// Brings participants of another call here. Each of them is reported with <c>MoveParticipantSucceeded</c> or <c>MoveParticipantFailed</c>.
/// </summary>
/// <param name="Participants">Whom; at least one.</param>
/// <param name="FromCall">The connection id of the call that they are in.</param>
public sealed record MoveParticipants(IReadOnlyList<CallEndpoint> Participants, string FromCall) : CallAction;
