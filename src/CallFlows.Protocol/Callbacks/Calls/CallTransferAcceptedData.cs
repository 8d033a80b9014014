using CallFlows.Protocol.Identifiers;

namespace CallFlows.Protocol.Callbacks;

/// <summary>The target has accepted a transfer.</summary>
public sealed record CallTransferAcceptedData : CallbackData
{
    /// <summary>Who takes the call over.</summary>
    public CommunicationIdentifierModel? TransferTarget { get; init; }

    /// <summary>Who was handed over.</summary>
    public CommunicationIdentifierModel? Transferee { get; init; }
}
