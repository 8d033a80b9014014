using CallFlows.Endpoints;

namespace CallFlows.Actions;

/// <summary>
/// Lets the service report every key that somebody presses, as <c>ContinuousDtmfRecognitionToneReceived</c>, whatever else plays or
/// listens. Its answer is all that says that it has begun.
/// </summary>
/// <param name="Participant">Whose keys.</param>
public sealed record StartContinuousDtmfRecognition(CallEndpoint Participant) : CallAction;
