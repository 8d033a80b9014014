using System.Text.Json.Serialization;
using CallFlows.Protocol.Identifiers;

namespace CallFlows.Protocol.EventGrid;

/// <summary>A call is ringing for the app.</summary>
public sealed record IncomingCallData : WireModel
{
    /// <summary>Who was called.</summary>
    [JsonConverter(typeof(KindFirstIdentifierConverter))]
    public CommunicationIdentifierModel? To { get; init; }

    /// <summary>Who calls.</summary>
    [JsonConverter(typeof(KindFirstIdentifierConverter))]
    public CommunicationIdentifierModel? From { get; init; }

    /// <summary>The conversation.</summary>
    public string? ServerCallId { get; init; }

    /// <summary>The caller's name; may be empty.</summary>
    public string? CallerDisplayName { get; init; }

    /// <summary>Headers of the caller; absent when there are none.</summary>
    public IncomingCallCustomContextModel? CustomContext { get; init; }

    /// <summary>Stands for the ringing call in answer, redirect and reject. A secret, some 8000 characters.</summary>
    public string? IncomingCallContext { get; init; }

    /// <summary>For whom the call is taken.</summary>
    [JsonConverter(typeof(KindFirstIdentifierConverter))]
    public CommunicationIdentifierModel? OnBehalfOfCallee { get; init; }

    /// <summary>Ties logs and events of the call together.</summary>
    public string? CorrelationId { get; init; }
}
