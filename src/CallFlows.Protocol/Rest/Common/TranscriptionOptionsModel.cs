namespace CallFlows.Protocol.Rest;

/// <summary>Streams a transcript to a web socket.</summary>
public sealed record TranscriptionOptionsModel : WireModel
{
    /// <summary>The web socket, a <c>wss</c> URI.</summary>
    public string? TransportUrl { get; init; }

    /// <summary>Always <c>websocket</c>. Required.</summary>
    public string? TransportType { get; init; }

    /// <summary>Language as a BCP 47 tag. Required.</summary>
    public string? Locale { get; init; }

    /// <summary>A custom speech model.</summary>
    public string? SpeechModelEndpointId { get; init; }

    /// <summary>True starts at once when the call is connected.</summary>
    public bool? StartTranscription { get; init; }

    /// <summary>True sends unfinished phrases as well.</summary>
    public bool? EnableIntermediateResults { get; init; }
}
