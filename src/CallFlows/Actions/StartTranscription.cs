using System.Text.Json.Serialization;

namespace CallFlows.Actions;

/// <summary>Begins to transcribe the call. Ends with <c>TranscriptionStarted</c> or <c>TranscriptionFailed</c>.</summary>
/// <param name="Locale">The language; null for the one the call began with.</param>
/// <param name="SpeechRecognitionModelEndpointId">The endpoint of a custom speech model; null for the one the call began with.</param>
public sealed record StartTranscription(string? Locale = null, string? SpeechRecognitionModelEndpointId = null) : CallAction
{
    /// <summary>False: the service takes no repeatability id with it, and its event tells whether it was done.</summary>
    [JsonIgnore]
    public override bool IsRepeatable => false;
}
