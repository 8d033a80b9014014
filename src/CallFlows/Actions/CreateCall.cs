using System.Text.Json.Serialization;
using CallFlows.Calls;
using CallFlows.Endpoints;
using CallFlows.Streams;

namespace CallFlows.Actions;

/// <summary>Dials. Ends with <c>CallConnected</c>, or <c>CreateCallFailed</c> and <c>CallDisconnected</c> in either order.</summary>
/// <param name="Targets">Whom to call, one or several.</param>
/// <param name="CallerId">The number shown to phones; phones as targets need it.</param>
/// <param name="DisplayName">The name shown to users of apps.</param>
/// <param name="Source">Who calls; null for an identity the service makes.</param>
/// <param name="MediaStreaming">Streams its sound; null for not.</param>
/// <param name="Transcription">Transcribes it; null for not.</param>
public sealed record CreateCall(IReadOnlyList<CallEndpoint> Targets, PhoneNumber? CallerId = null, string? DisplayName = null, CommunicationUser? Source = null, MediaStreamingOptions? MediaStreaming = null, TranscriptionOptions? Transcription = null) : CallAction
{
    /// <summary>The AI service of this call; null for the gateway's own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CallIntelligenceOptions? Intelligence { get; init; }

    /// <summary>The Teams application who calls, instead of <see cref="Source"/>; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TeamsApp? TeamsAppSource { get; init; }
}
