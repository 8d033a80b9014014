namespace CallFlows.Protocol.Callbacks;

/// <summary>Data of an event type this library doesn't know; what isn't common to all events is in <see cref="WireModel.AdditionalProperties"/>.</summary>
public sealed record UnknownCallbackData : CallbackData;
