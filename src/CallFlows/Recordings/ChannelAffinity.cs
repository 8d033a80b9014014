using CallFlows.Endpoints;

namespace CallFlows.Recordings;

/// <summary>Gives a participant a channel of an unmixed recording.</summary>
/// <param name="Participant">Whom.</param>
/// <param name="Channel">Which, 0 to 4.</param>
public sealed record ChannelAffinity(CallEndpoint Participant, int Channel);
