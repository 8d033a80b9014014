namespace CallFlows.Protocol.Rest;

/// <summary>Streams audio to a web socket.</summary>
public sealed record MediaStreamingOptionsModel : WireModel
{
    /// <summary>The web socket, a <c>wss</c> URI.</summary>
    public string? TransportUrl { get; init; }

    /// <summary>Always <c>websocket</c>. Required.</summary>
    public string? TransportType { get; init; }

    /// <summary>Always <c>audio</c>.</summary>
    public string? ContentType { get; init; }

    /// <summary><c>mixed</c> or <c>unmixed</c>. Required.</summary>
    public string? AudioChannelType { get; init; }

    /// <summary>True starts at once when the call is connected.</summary>
    public bool? StartMediaStreaming { get; init; }

    /// <summary>True lets the app send audio.</summary>
    public bool? EnableBidirectional { get; init; }

    /// <summary><c>pcm16KMono</c> (default) or <c>pcm24KMono</c>.</summary>
    public string? AudioFormat { get; init; }

    /// <summary>True sends tones on the socket as well.</summary>
    public bool? EnableDtmfTones { get; init; }
}
