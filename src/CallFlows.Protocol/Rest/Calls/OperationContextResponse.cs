namespace CallFlows.Protocol.Rest;

/// <summary>Answer of operations that give back only the operation context: transfer, remove, mute, send DTMF.</summary>
public sealed record OperationContextResponse : WireModel
{
    /// <summary>The app's own text, given back in the answer and in every event of this operation.</summary>
    public string? OperationContext { get; init; }
}
