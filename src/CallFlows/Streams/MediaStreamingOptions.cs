namespace CallFlows.Streams;

/// <summary>
/// Streams a call's sound to a web socket of the application. It is asked for when the call is answered or dialled, and begins then, or when
/// the flow starts it.
/// </summary>
/// <param name="TransportUri">Where the service connects to: <c>wss</c>, or <c>ws</c> on this machine.</param>
/// <param name="AudioChannel">Everybody in one stream of frames, or each in their own.</param>
public sealed record MediaStreamingOptions(Uri TransportUri, MediaStreamingAudioChannel AudioChannel = MediaStreamingAudioChannel.Mixed)
{
    /// <summary>Whether it begins as soon as the call is connected.</summary>
    public bool StartMediaStreaming { get; init; }

    /// <summary>Whether the application may send sound back, which the call then hears.</summary>
    public bool EnableBidirectional { get; init; }

    /// <summary>Whether keys that are pressed are sent on the socket too.</summary>
    public bool EnableDtmfTones { get; init; }

    /// <summary>The form of the samples, in both directions.</summary>
    public AudioFormat AudioFormat { get; init; } = AudioFormat.Pcm16KMono;

    /// <summary>Only where to: the rest of the address may be a secret.</summary>
    /// <returns>The name of the type, and the host.</returns>
    public override string ToString() => StreamAddress.Describe(nameof(MediaStreamingOptions), TransportUri);
}
