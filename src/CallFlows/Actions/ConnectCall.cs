using System.Text.Json.Serialization;
using CallFlows.Calls;
using CallFlows.Streams;

namespace CallFlows.Actions;

/// <summary>
/// Joins a call that goes on, under a connection of its own that no list of participants shows. Ends with <c>CallConnected</c> or
/// <c>ConnectFailed</c>.
/// </summary>
/// <param name="Locator">Which call.</param>
/// <param name="MediaStreaming">Streams its sound; null for not.</param>
/// <param name="Transcription">Transcribes it; null for not.</param>
public sealed record ConnectCall(CallLocator Locator, MediaStreamingOptions? MediaStreaming = null, TranscriptionOptions? Transcription = null) : CallAction
{
    /// <summary>The AI service of this call; null for the gateway's own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CallIntelligenceOptions? Intelligence { get; init; }
}
