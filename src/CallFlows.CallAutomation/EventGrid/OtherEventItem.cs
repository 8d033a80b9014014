namespace CallFlows.CallAutomation.EventGrid;

/// <summary>Any other event: a recording file that can be fetched, a call that has ended, or one that isn't known.</summary>
public sealed class OtherEventItem : EventGridItem
{
    internal OtherEventItem(EventGridEnvelope envelope, BinaryData data, object? systemData)
        : base(envelope)
    {
        Data = data;
        SystemData = systemData;
    }

    /// <summary>The data as JSON.</summary>
    public BinaryData Data { get; }

    /// <summary>The data as a type of <c>Azure.Messaging.EventGrid.SystemEvents</c>, e.g. <c>AcsRecordingFileStatusUpdatedEventData</c>; null for types that package doesn't know.</summary>
    public object? SystemData { get; }
}
