namespace CallFlows.Protocol.EventGrid;

/// <summary>Headers of an incoming call.</summary>
public sealed record IncomingCallCustomContextModel : WireModel
{
    /// <summary>SIP headers.</summary>
    public IReadOnlyDictionary<string, string>? SipHeaders { get; init; }

    /// <summary>Headers of a communication user.</summary>
    public IReadOnlyDictionary<string, string>? VoipHeaders { get; init; }
}
