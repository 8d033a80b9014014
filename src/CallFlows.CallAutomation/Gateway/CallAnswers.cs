using System.Text.Json;
using CallFlows.Actions;
using CallFlows.CallAutomation.Mapping;
using CallFlows.Protocol;
using CallFlows.Protocol.Rest;

namespace CallFlows.CallAutomation.Gateway;

/// <summary>Turns the service's answers into results.</summary>
internal static class CallAnswers
{
    /// <exception cref="CallActionException">The answer isn't what the operation answers with.</exception>
    public static T Read<T>(CallAction action, int status, ReadOnlySpan<byte> body)
        where T : WireModel
    {
        try
        {
            return ProtocolJson.Read<T>(body);
        }
        catch (JsonException problem)
        {
            throw CallErrors.UnusableAnswer(action, status, $"it isn't a {typeof(T).Name}.", problem);
        }
    }

    public static CallActionResult Result(CallAction action, int status, ReadOnlySpan<byte> body) => action switch
    {
        CreateCall or AnswerCall or ConnectCall or GetCallProperties => Connection(action, status, Read<CallConnectionPropertiesModel>(action, status, body)),
        StartRecording or GetRecordingState => Recording(action, status, Read<RecordingStateResponse>(action, status, body)),
        GetParticipant => Participant(action, status, Read<CallParticipantModel>(action, status, body)),
        AddParticipant => Invitation(Read<AddParticipantResponse>(action, status, body)),
        _ => new ActionAccepted(),
    };

    private static CallConnectionResult Connection(CallAction action, int status, CallConnectionPropertiesModel model) => new(
        string.IsNullOrEmpty(model.CallConnectionId)
            ? throw CallErrors.UnusableAnswer(action, status, "it has no callConnectionId.")
            : model.CallConnectionId,
        State(model.CallConnectionState),
        model.ServerCallId,
        model.CorrelationId,
        model.Source.ToEndpoint(),
        model.Targets is null ? null : [.. model.Targets.Select(EndpointMapping.ToEndpoint).OfType<Endpoints.CallEndpoint>()],
        model.AnsweredBy is null ? null : new Protocol.Identifiers.CommunicationIdentifierModel { CommunicationUser = model.AnsweredBy }.ToEndpoint(),
        StreamAnswers.Of(model.MediaStreamingSubscription),
        StreamAnswers.Of(model.TranscriptionSubscription));

    private static RecordingResult Recording(CallAction action, int status, RecordingStateResponse model) => new(
        string.IsNullOrEmpty(model.RecordingId)
            ? throw CallErrors.UnusableAnswer(action, status, "it has no recordingId.")
            : model.RecordingId,
        model.RecordingState == RecordingStates.Active ? Events.RecordingState.Active : Events.RecordingState.Inactive);

    private static ParticipantsResult Participant(CallAction action, int status, CallParticipantModel model) =>
        new([model.ToParticipant() ?? throw CallErrors.UnusableAnswer(action, status, "it names nobody.")]);

    private static InvitationResult Invitation(AddParticipantResponse model) =>
        new(model.InvitationId, model.Participant?.Identifier.ToEndpoint());

    private static CallConnectionState State(string? state) => state switch
    {
        CallConnectionStates.Connecting => CallConnectionState.Connecting,
        CallConnectionStates.Connected => CallConnectionState.Connected,
        CallConnectionStates.Transferring => CallConnectionState.Transferring,
        CallConnectionStates.TransferAccepted => CallConnectionState.TransferAccepted,
        CallConnectionStates.Disconnecting => CallConnectionState.Disconnecting,
        CallConnectionStates.Disconnected => CallConnectionState.Disconnected,
        _ => CallConnectionState.Unknown,
    };
}
