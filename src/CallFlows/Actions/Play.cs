using System.Text.Json.Serialization;
using CallFlows.Endpoints;
using CallFlows.Prompts;

namespace CallFlows.Actions;

/// <summary>Plays prompts. Ends with <c>PlayCompleted</c>, <c>PlayFailed</c> or <c>PlayCanceled</c>.</summary>
/// <param name="Prompts">What to play, in order.</param>
/// <param name="To">Who hears it; null for everyone.</param>
/// <param name="Loop">Whether to begin again at the end, until cancelled.</param>
/// <param name="InterruptOther">Whether to break off what plays now rather than queue behind it.</param>
public sealed record Play(IReadOnlyList<Prompt> Prompts, IReadOnlyList<CallEndpoint>? To = null, bool Loop = false, bool InterruptOther = false) : CallAction
{
    /// <summary>False: the service takes no repeatability id with it, and whoever listens would hear it twice.</summary>
    [JsonIgnore]
    public override bool IsRepeatable => false;
}
