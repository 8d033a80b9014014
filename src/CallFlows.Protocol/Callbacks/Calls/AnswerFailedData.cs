namespace CallFlows.Protocol.Callbacks;

/// <summary>An answered call was not set up.</summary>
public sealed record AnswerFailedData : CallbackData;
