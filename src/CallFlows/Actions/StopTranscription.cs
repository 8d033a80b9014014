using System.Text.Json.Serialization;

namespace CallFlows.Actions;

/// <summary>Stops transcribing the call. Ends with <c>TranscriptionStopped</c> or <c>TranscriptionFailed</c>.</summary>
public sealed record StopTranscription : CallAction
{
    /// <summary>False: the service takes no repeatability id with it, and its event tells whether it was done.</summary>
    [JsonIgnore]
    public override bool IsRepeatable => false;
}
