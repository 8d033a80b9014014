using CallFlows.Durable;

namespace CallFlows.Events;

/// <summary>An event of a type this version doesn't know, kept whole.</summary>
public sealed record UnknownCallEvent : CallEvent
{
    /// <summary>The CloudEvent's type.</summary>
    public required string Type { get; init; }

    /// <summary>The CloudEvent's data as it came.</summary>
    public Payload Data { get; init; }
}
