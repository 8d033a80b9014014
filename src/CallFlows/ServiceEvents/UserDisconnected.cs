using CallFlows.Endpoints;

namespace CallFlows.ServiceEvents;

/// <summary><c>Microsoft.Communication.UserDisconnected</c>: a communication user has gone offline. It names no call.</summary>
public sealed record UserDisconnected : ServiceEvent
{
    /// <summary>Who.</summary>
    public required CallEndpoint User { get; init; }
}
