using CallFlows.Endpoints;

namespace CallFlows.Actions;

/// <summary>Ends <see cref="StartContinuousDtmfRecognition"/>, with <c>ContinuousDtmfRecognitionStopped</c> if it was going on.</summary>
/// <param name="Participant">Whose keys.</param>
public sealed record StopContinuousDtmfRecognition(CallEndpoint Participant) : CallAction;
