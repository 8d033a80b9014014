using System.Text.Json.Serialization;
using CallFlows.Endpoints;
using CallFlows.Recognition;

namespace CallFlows.Actions;

/// <summary>Sends tones to somebody, as if keys were pressed. Ends with <c>SendDtmfTonesCompleted</c> or <c>SendDtmfTonesFailed</c>.</summary>
/// <param name="Tones">The tones, 1 to 18.</param>
/// <param name="Participant">Who gets them: a phone.</param>
public sealed record SendDtmfTones(IReadOnlyList<Tone> Tones, CallEndpoint Participant) : CallAction
{
    /// <summary>False: recordings of the official client show no repeatability id with it, and keys pressed twice are another input.</summary>
    [JsonIgnore]
    public override bool IsRepeatable => false;
}
