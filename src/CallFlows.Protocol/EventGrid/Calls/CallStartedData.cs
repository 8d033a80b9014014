namespace CallFlows.Protocol.EventGrid;

/// <summary>A call of communication users has started.</summary>
public sealed record CallStartedData : CallData;
