namespace CallFlows.Protocol.Callbacks;

/// <summary>Recognizing was cancelled.</summary>
public sealed record RecognizeCanceledData : CallbackData;
