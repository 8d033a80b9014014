namespace CallFlows.Protocol.Callbacks;

/// <summary>Tones could not be sent.</summary>
public sealed record SendDtmfTonesFailedData : CallbackData;
