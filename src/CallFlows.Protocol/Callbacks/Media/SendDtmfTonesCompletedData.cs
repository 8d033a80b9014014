namespace CallFlows.Protocol.Callbacks;

/// <summary>All tones were sent.</summary>
public sealed record SendDtmfTonesCompletedData : CallbackData;
