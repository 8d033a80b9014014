using CallFlows.Actions;
using CallFlows.Endpoints;

namespace CallFlows.Flows;

/// <summary>A call that rings, as Event Grid announces it: what a flow for it starts with.</summary>
public sealed record IncomingCallNotification
{
    /// <summary>Who calls.</summary>
    public required CallEndpoint From { get; init; }

    /// <summary>Who is called.</summary>
    public required CallEndpoint To { get; init; }

    /// <summary>What the VoIP sides of the call share.</summary>
    public required string ServerCallId { get; init; }

    /// <summary>What answers, rejects or redirects the call: a secret while it rings.</summary>
    public required string IncomingCallContext { get; init; }

    /// <summary>The caller's display name; empty for none.</summary>
    public string CallerDisplayName { get; init; } = "";

    /// <summary>What support asks for.</summary>
    public string CorrelationId { get; init; } = "";

    /// <summary>Headers that came with the call; null for none.</summary>
    public CustomCallingContext? CustomContext { get; init; }

    /// <summary>For whom the called identity takes calls; null when for itself.</summary>
    public CallEndpoint? OnBehalfOf { get; init; }

    /// <summary>The call without its secret.</summary>
    public override string ToString() => $"{nameof(IncomingCallNotification)} {{ From = {From}, To = {To}, CorrelationId = {CorrelationId} }}";
}
