using System.Text.Json.Serialization;

namespace CallFlows.Actions;

/// <summary>Begins to stream the call's sound. Ends with <c>MediaStreamingStarted</c> or <c>MediaStreamingFailed</c>.</summary>
public sealed record StartMediaStreaming : CallAction
{
    /// <summary>False: the service takes no repeatability id with it, and its event tells whether it was done.</summary>
    [JsonIgnore]
    public override bool IsRepeatable => false;
}
