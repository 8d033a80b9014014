using CallFlows.Actions;
using CallFlows.Events;

namespace CallFlows.Tests.Harness;

/// <summary>One request as the service sees it.</summary>
internal sealed class FakeAction(FakeService service, CallActionRequest request, FakeCall? call)
{
    private FakeCall? _call = call;

    public CallActionRequest Request { get; } = request;

    public CallAction Action => Request.Action;

    public string Context => Request.OperationContext;

    /// <summary>The call it is about.</summary>
    public FakeCall Call => _call ?? throw new InvalidOperationException($"{Action.Name} is about no call, or has not been accepted yet.");

    /// <summary>Answers as the service does, and causes nothing.</summary>
    public CallActionResult Accept()
    {
        switch (Action)
        {
            case AnswerCall:
                _call ??= service.Connect(Request);
                return new CallConnectionResult(Call.ConnectionId, CallConnectionState.Unknown, Call.ServerCallId);
            case CreateCall or ConnectCall:
                _call ??= service.Connect(Request);
                return new CallConnectionResult(Call.ConnectionId, CallConnectionState.Connecting);
            case AddParticipant add:
                return new InvitationResult($"invitation-{Context}", add.Participant);
            case GetCallProperties:
                return new CallConnectionResult(Call.ConnectionId, Call.State, Call.ServerCallId);
            case StartRecording:
                return new RecordingResult(FakeCall.RecordingId, RecordingState.Inactive);
            case GetRecordingState:
                return new RecordingResult(FakeCall.RecordingId, Call.Recording);
            case GetParticipant get:
                return Call.Participants.FirstOrDefault(participant => participant.Endpoint == get.Participant) is { } found
                    ? new ParticipantsResult([found])
                    : throw new CallActionException(new CallActionError(Action.Name, 404, "8522", 8522, "Participant not found."));
            case GetParticipants:
                return new ParticipantsResult(Call.Participants);
            default:
                return new ActionAccepted();
        }
    }

    /// <summary>Does what the service usually does.</summary>
    public CallActionResult Usually()
    {
        CallActionResult answer = Accept();
        UsualOutcomes.Cause(this, service);
        return answer;
    }
}
