using System.Text.Json.Serialization;
using CallFlows.Calls;
using CallFlows.Endpoints;
using CallFlows.Streams;

namespace CallFlows.Actions;

/// <summary>Answers a ringing call. Ends with <c>CallConnected</c> or <c>AnswerFailed</c>.</summary>
/// <param name="IncomingCallContext">The ringing call's token: a secret.</param>
/// <param name="AnsweredBy">Who answers; null for the called identity.</param>
/// <param name="MediaStreaming">Streams its sound; null for not.</param>
/// <param name="Transcription">Transcribes it; null for not.</param>
public sealed record AnswerCall(string IncomingCallContext, CommunicationUser? AnsweredBy = null, MediaStreamingOptions? MediaStreaming = null, TranscriptionOptions? Transcription = null) : CallAction
{
    /// <summary>The AI service of this call; null for the gateway's own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CallIntelligenceOptions? Intelligence { get; init; }
}
