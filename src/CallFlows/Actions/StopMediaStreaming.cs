using System.Text.Json.Serialization;

namespace CallFlows.Actions;

/// <summary>Stops streaming the call's sound. Ends with <c>MediaStreamingStopped</c> or <c>MediaStreamingFailed</c>.</summary>
public sealed record StopMediaStreaming : CallAction
{
    /// <summary>False: the service takes no repeatability id with it, and its event tells whether it was done.</summary>
    [JsonIgnore]
    public override bool IsRepeatable => false;
}
