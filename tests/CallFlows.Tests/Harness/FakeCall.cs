using CallFlows.Actions;
using CallFlows.Endpoints;
using CallFlows.Events;

namespace CallFlows.Tests.Harness;

/// <summary>One side of a call at the service.</summary>
internal sealed class FakeCall(FakeService service, string instanceId, string connectionId, CallEndpoint otherParty)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (CallAction Action, List<ITimer> Reports)> _media = [];
    private readonly Dictionary<string, ITimer> _invitations = [];
    private readonly List<CallParticipant> _participants = [new(otherParty), new(CallEndpoint.User("8:acs:resource_app"))];
    private int _sequence;

    public string ConnectionId { get; } = connectionId;

    public string ServerCallId { get; } = $"server-{connectionId}";

    public CallConnectionState State { get; set; } = CallConnectionState.Connecting;

    public const string RecordingId = "recording-1";

    /// <summary>Whether the call is being recorded.</summary>
    public RecordingState Recording { get; set; } = RecordingState.Inactive;

    public bool IsGone => State == CallConnectionState.Disconnected;

    public IReadOnlyList<CallParticipant> Participants
    {
        get
        {
            lock (_lock)
            {
                return [.. _participants];
            }
        }
    }

    /// <summary>Reports an event now, and waits until it is taken.</summary>
    public Task RaiseAsync(CallEvent callEvent, string? eventId = null)
    {
        State = callEvent switch
        {
            { CallConnectionId: { } other } when other != ConnectionId => State,
            CallConnected => CallConnectionState.Connected,
            CallDisconnected => CallConnectionState.Disconnected,
            _ => State,
        };
        return service.RaiseAsync(instanceId, Stamp(callEvent), eventId);
    }

    /// <summary>Reports an event some time later.</summary>
    public ITimer Emit(TimeSpan after, CallEvent callEvent, string? eventId = null) =>
        service.Later(after, () => RaiseAsync(callEvent, eventId));

    /// <summary>Does something some time later.</summary>
    public ITimer Later(TimeSpan after, Func<Task> work) => service.Later(after, work);

    /// <summary>The other side hangs up.</summary>
    public void TheyHangUp(TimeSpan after) => Disconnect(after, new ResultInformation(200, 5001, "This conversation has ended."));

    public void Disconnect(TimeSpan after, ResultInformation result, string? context = null) => Later(after, () =>
    {
        if (IsGone)
        {
            return Task.CompletedTask;
        }

        StopMedia();
        return RaiseAsync(new CallDisconnected { Result = result, OperationContext = context });
    });

    /// <summary>The call ends and nobody is told.</summary>
    public void Vanish()
    {
        State = CallConnectionState.Disconnected;
        StopMedia();
    }

    public ParticipantsUpdated ParticipantsNow()
    {
        lock (_lock)
        {
            return new ParticipantsUpdated { Participants = [.. _participants], SequenceNumber = _sequence += 2, Result = Results.Fine };
        }
    }

    public void Join(CallEndpoint participant)
    {
        lock (_lock)
        {
            _participants.Add(new CallParticipant(participant));
        }
    }

    public void Leave(CallEndpoint participant)
    {
        lock (_lock)
        {
            _participants.RemoveAll(p => p.Endpoint == participant);
        }
    }

    /// <summary>Begins to play or listen; what is reported later is forgotten when it is broken off.</summary>
    public void Media(FakeAction action, params (TimeSpan After, CallEvent Event)[] reports)
    {
        List<ITimer> timers = [];
        lock (_lock)
        {
            _media[action.Context] = (action.Action, timers);
            foreach ((TimeSpan after, CallEvent report) in reports)
            {
                bool isLast = report is not PlayStarted;
                timers.Add(Later(after, () =>
                {
                    if (isLast)
                    {
                        lock (_lock)
                        {
                            _media.Remove(action.Context);
                        }
                    }

                    return RaiseAsync(report with { OperationContext = action.Context });
                }));
            }
        }
    }

    /// <summary>The recording changes its state some time later, and says so from a connection of its own.</summary>
    public void Record(TimeSpan after, RecordingState state) => Later(after, () =>
    {
        Recording = state;
        return RaiseAsync(new RecordingStateChanged
        {
            RecordingId = RecordingId,
            State = state,
            StartDateTime = state == RecordingState.Active ? FlowHost.Start : DateTimeOffset.MinValue,
            CallConnectionId = "recorder-1",
        });
    });

    public void Change(CallEndpoint participant, Func<CallParticipant, CallParticipant> change)
    {
        lock (_lock)
        {
            int index = _participants.FindIndex(p => p.Endpoint == participant);
            _participants[index] = change(_participants[index]);
        }
    }

    public void CancelMedia(TimeSpan after)
    {
        foreach ((string context, CallAction action) in StopMedia())
        {
            CallEvent cancelled = action is Play
                ? new PlayCanceled { Result = Results.Cancelled, OperationContext = context }
                : new RecognizeCanceled { Result = Results.Cancelled, OperationContext = context };
            Emit(after, cancelled);
        }
    }

    public void Invite(string invitationId, TimeSpan answersAfter, Func<Task> answers)
    {
        lock (_lock)
        {
            _invitations[invitationId] = Later(answersAfter, answers);
        }
    }

    public void TakeBack(string invitationId)
    {
        lock (_lock)
        {
            _invitations[invitationId].Dispose();
        }
    }

    private List<(string Context, CallAction Action)> StopMedia()
    {
        lock (_lock)
        {
            foreach (ITimer timer in _media.Values.SelectMany(media => media.Reports))
            {
                timer.Dispose();
            }

            List<(string, CallAction)> stopped = [.. _media.Select(media => (media.Key, media.Value.Action))];
            _media.Clear();
            return stopped;
        }
    }

    private CallEvent Stamp(CallEvent callEvent) => callEvent with
    {
        CallConnectionId = callEvent.CallConnectionId ?? ConnectionId,
        ServerCallId = callEvent.ServerCallId ?? ServerCallId,
    };
}
