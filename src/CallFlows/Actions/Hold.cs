using CallFlows.Endpoints;
using CallFlows.Prompts;

namespace CallFlows.Actions;

/// <summary>
/// Puts a participant on hold: they hear and are heard by nobody. <c>ParticipantsUpdated</c> shows it, <c>HoldFailed</c> says that it or
/// its music failed.
/// </summary>
/// <param name="Participant">Whom.</param>
/// <param name="Music">What they hear meanwhile, again and again; null for silence.</param>
public sealed record Hold(CallEndpoint Participant, Prompt? Music = null) : CallAction;
