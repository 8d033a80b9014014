using CallFlows.Endpoints;

namespace CallFlows.Events;

/// <summary><c>Microsoft.Communication.CallTransferAccepted</c>: the target took the transfer.</summary>
public sealed record CallTransferAccepted : CallEvent
{
    /// <summary>Who took over.</summary>
    public Endpoint? TransferTarget { get; init; }

    /// <summary>Who was handed over.</summary>
    public Endpoint? Transferee { get; init; }
}
