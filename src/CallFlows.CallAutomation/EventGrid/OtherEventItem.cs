namespace CallFlows.CallAutomation.EventGrid;

/// <summary>An event of a type that isn't known.</summary>
public sealed class OtherEventItem : EventGridItem
{
    internal OtherEventItem(EventGridEnvelope envelope, BinaryData data)
        : base(envelope) => Data = data;

    /// <summary>The data as JSON.</summary>
    public BinaryData Data { get; }
}
