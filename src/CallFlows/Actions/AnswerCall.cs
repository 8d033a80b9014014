using System.Text.Json.Serialization;
using CallFlows.Calls;
using CallFlows.Endpoints;

namespace CallFlows.Actions;

/// <summary>Answers a ringing call. Ends with <c>CallConnected</c> or <c>AnswerFailed</c>.</summary>
/// <param name="IncomingCallContext">The ringing call's token: a secret.</param>
/// <param name="AnsweredBy">Who answers; null for the called identity.</param>
public sealed record AnswerCall(string IncomingCallContext, CommunicationUser? AnsweredBy = null) : CallAction
{
    /// <summary>The AI service of this call; null for the gateway's own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CallIntelligenceOptions? Intelligence { get; init; }
}
