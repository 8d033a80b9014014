using System.Text.Json.Serialization;

namespace CallFlows.Actions;

/// <summary>Changes the language or the model of a transcription. Ends with <c>TranscriptionUpdated</c> or <c>TranscriptionFailed</c>.</summary>
/// <param name="Locale">The language from now on.</param>
/// <param name="SpeechRecognitionModelEndpointId">The endpoint of a custom speech model; null for the service's own.</param>
public sealed record UpdateTranscription(string Locale, string? SpeechRecognitionModelEndpointId = null) : CallAction
{
    /// <summary>False: the service takes no repeatability id with it, and its event tells whether it was done.</summary>
    [JsonIgnore]
    public override bool IsRepeatable => false;
}
