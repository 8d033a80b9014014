namespace CallFlows.Protocol.EventGrid;

/// <summary>A communication user has joined a call.</summary>
public sealed record CallParticipantAddedData : CallParticipantData;
