using CallFlows.Protocol.Identifiers;

namespace CallFlows.Protocol.Rest;

/// <summary>Pins a participant to a channel of an unmixed recording.</summary>
public sealed record ChannelAffinityModel : WireModel
{
    /// <summary>The channel, 0 to 4.</summary>
    public int? Channel { get; init; }

    /// <summary>Who is heard there. Required.</summary>
    public CommunicationIdentifierModel? Participant { get; init; }
}
