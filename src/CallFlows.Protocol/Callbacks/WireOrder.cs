namespace CallFlows.Protocol.Callbacks;

// Where the common properties stand in an event's data; properties of one event type come before them (order 0).
internal static class WireOrder
{
    public const int EventSource = -10;
    public const int Version = 10;
    public const int OperationContext = 20;
    public const int ResultInformation = 30;
    public const int LateVersion = 35;
    public const int CallConnectionId = 40;
    public const int ServerCallId = 50;
    public const int CorrelationId = 60;
    public const int PublicEventType = 70;
}
