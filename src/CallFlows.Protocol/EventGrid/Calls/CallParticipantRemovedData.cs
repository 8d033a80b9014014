namespace CallFlows.Protocol.EventGrid;

/// <summary>A communication user has left a call.</summary>
public sealed record CallParticipantRemovedData : CallParticipantData;
