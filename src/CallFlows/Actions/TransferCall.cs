using CallFlows.Endpoints;

namespace CallFlows.Actions;

/// <summary>Hands a participant over to someone else. Ends with <c>CallTransferAccepted</c> or <c>CallTransferFailed</c>.</summary>
/// <param name="Target">Who takes over.</param>
/// <param name="Transferee">Whom to hand over; null in a call of two.</param>
/// <param name="CallerId">The number shown to a phone.</param>
/// <param name="CustomContext">Headers for the target.</param>
public sealed record TransferCall(CallEndpoint Target, CallEndpoint? Transferee = null, PhoneNumber? CallerId = null, CustomCallingContext? CustomContext = null) : CallAction;
