using CallFlows.Protocol.Identifiers;

namespace CallFlows.Protocol.Rest;

/// <summary>Body of <c>POST /calling/callConnections:redirect</c>: hand a ringing call on.</summary>
public sealed record RedirectCallRequest : WireModel
{
    /// <summary>The secret text of the ringing call. Required.</summary>
    public string? IncomingCallContext { get; init; }

    /// <summary>Who shall ring instead. Required.</summary>
    public CommunicationIdentifierModel? Target { get; init; }
}
