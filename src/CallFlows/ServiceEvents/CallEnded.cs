using CallFlows.Endpoints;
using CallFlows.Events;

namespace CallFlows.ServiceEvents;

/// <summary><c>Microsoft.Communication.CallEnded</c>: a call is over for everybody.</summary>
public sealed record CallEnded : CallReport
{
    /// <summary>Who ended it; null when the service did, or does not say.</summary>
    public CallEndpoint? EndedBy { get; init; }

    /// <summary>Why, in the service's codes; null when it does not say.</summary>
    public ResultInformation? Reason { get; init; }

    /// <summary>How long it lasted; null when the service does not say.</summary>
    public TimeSpan? Duration { get; init; }
}
