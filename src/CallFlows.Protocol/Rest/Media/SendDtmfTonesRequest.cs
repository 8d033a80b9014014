using CallFlows.Protocol.Identifiers;

namespace CallFlows.Protocol.Rest;

/// <summary>Body of <c>:sendDtmfTones</c>.</summary>
public sealed record SendDtmfTonesRequest : WireModel
{
    /// <summary>The tones in order, each one of <see cref="DtmfTones"/>, at most 18. Required.</summary>
    public IReadOnlyList<string>? Tones { get; init; }

    /// <summary>Who hears them; a telephone number. Required.</summary>
    public CommunicationIdentifierModel? TargetParticipant { get; init; }

    /// <summary>The app's own text, given back in the answer and in every event of this operation.</summary>
    public string? OperationContext { get; init; }

    /// <summary>Absolute URI that gets this operation's events instead of the call's callback URI.</summary>
    public string? OperationCallbackUri { get; init; }
}
