namespace CallFlows.Protocol.Rest;

/// <summary>Values of <c>transportType</c>.</summary>
public static class StreamTransports
{
    /// <summary>The only one.</summary>
    public const string WebSocket = "websocket";
}
