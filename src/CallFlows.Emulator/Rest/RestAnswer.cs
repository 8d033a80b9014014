using CallFlows.Emulator.Switchboard;
using CallFlows.Protocol;

namespace CallFlows.Emulator.Rest;

/// <summary>What a request is answered with when it succeeds.</summary>
/// <param name="Body">The JSON body; null for none.</param>
/// <param name="CorrelationId">The call's correlation id, for the chain id header; null for a fresh one.</param>
internal sealed record RestAnswer(WireModel? Body, string? CorrelationId)
{
    /// <summary>The connection that was acted on, for the action log.</summary>
    public string? CallConnectionId { get; init; }

    public string? OperationContext { get; init; }

    /// <summary>The status, where it isn't the operation's usual one.</summary>
    public int? Status { get; init; }

    /// <summary>The answer to a repeated request, where it isn't the same again.</summary>
    public Func<Task<RestAnswer>>? Replay { get; init; }

    /// <summary>To an action on a call that only rings: it has no connection yet.</summary>
    public static RestAnswer Of(IncomingCallOffer offer) => new(null, offer.Conversation.CorrelationId);

    public static RestAnswer Of(CallConnection call, WireModel? body = null, string? operationContext = null) =>
        new(body, call.Conversation.CorrelationId) { CallConnectionId = call.Id, OperationContext = operationContext };
}
