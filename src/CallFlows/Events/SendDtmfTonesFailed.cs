namespace CallFlows.Events;

/// <summary><c>Microsoft.Communication.SendDtmfTonesFailed</c>: keys could not be sent.</summary>
public sealed record SendDtmfTonesFailed : CallEvent;
