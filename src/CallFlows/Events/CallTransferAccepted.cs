using CallFlows.Endpoints;

namespace CallFlows.Events;

/// <summary><c>Microsoft.Communication.CallTransferAccepted</c>: the target took the transfer.</summary>
public sealed record CallTransferAccepted : CallEvent
{
    /// <summary>Who took over.</summary>
    public CallEndpoint? TransferTarget { get; init; }

    /// <summary>Who was handed over.</summary>
    public CallEndpoint? Transferee { get; init; }
}
