using System.Runtime.CompilerServices;
using CallFlows.Actions;
using CallFlows.Calls;
using CallFlows.Calls.Transcripts;
using CallFlows.Durable;
using CallFlows.Endpoints;
using CallFlows.Events;
using CallFlows.Flows.Running;
using CallFlows.Streams;

namespace CallFlows.Flows;

/// <summary>A call that rings: answer it, reject it, redirect it, or let it ring on.</summary>
public sealed class IncomingCall
{
    private readonly IncomingCallNotification _notification;
    private readonly CallSession _session;

    internal IncomingCall(FlowContext flow, IncomingCallNotification notification, Payload state)
    {
        Flow = flow;
        State = state;
        _notification = notification;
        if (flow.Runtime.IsContinued)
        {
            _session = flow.Runtime.Calls.Sessions.First(session => session.Direction == CallDirection.Inbound);
            return;
        }

        _session = flow.Runtime.Calls.Open(CallDirection.Inbound, notification.From, notification.To);
        _session.Transcript.Service(TranscriptKind.Ringing, $"{notification.From} calls {notification.To}");
    }

    /// <summary>The flow that was started for the call.</summary>
    public FlowContext Flow { get; }

    /// <summary>Who calls.</summary>
    public CallEndpoint From => _notification.From;

    /// <summary>Who is called.</summary>
    public CallEndpoint To => _notification.To;

    /// <summary>For whom the called identity takes calls; null when for itself.</summary>
    public CallEndpoint? OnBehalfOf => _notification.OnBehalfOf;

    /// <summary>The caller's display name; empty for none.</summary>
    public string CallerDisplayName => _notification.CallerDisplayName;

    /// <summary>Headers that came with the call; null for none.</summary>
    public CustomCallingContext? CustomContext => _notification.CustomContext;

    /// <summary>What the VoIP sides of the call share.</summary>
    public string ServerCallId => _notification.ServerCallId;

    /// <summary>What support asks for.</summary>
    public string CorrelationId => _notification.CorrelationId;

    /// <summary>The call that was answered, also when it is over; null before.</summary>
    public Call? Call => _session.IsConnected ? Flow.CallOf(_session) : null;

    internal Payload State { get; }

    /// <summary>Answers, and waits until people can talk.</summary>
    /// <param name="answeredBy">Who answers; null for the called identity.</param>
    /// <param name="mediaStreaming">Streams the call's sound to the application; null for not.</param>
    /// <param name="transcription">Transcribes the call for the application; null for not.</param>
    /// <param name="intelligence">The AI service of this call; null for the application's own.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ArgumentException">The service has no such stream.</exception>
    /// <exception cref="CallEndedException">The caller had gone.</exception>
    /// <exception cref="CallActionException">The service refused, or the call was not established.</exception>
    /// <exception cref="InvalidOperationException">The call was answered, rejected or redirected already.</exception>
    public async Task<Call> AnswerAsync(
        CommunicationUser? answeredBy = null,
        MediaStreamingOptions? mediaStreaming = null,
        TranscriptionOptions? transcription = null,
        CallIntelligenceOptions? intelligence = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        StreamRules.Check(mediaStreaming, transcription);
        Take("answered");
        Flow.Runtime.Calls.AskFor(_session, mediaStreaming, transcription);
        AnswerCall action = new(_notification.IncomingCallContext, answeredBy, mediaStreaming, transcription) { Intelligence = intelligence };
        CallEvent? outcome = await Flow.Runtime.Calls.PerformAsync(_session, action, Step.At(nameof(AnswerAsync), file, line));
        if (outcome is CallConnected)
        {
            return Flow.CallOf(_session);
        }

        CallEnd end = new(CallEndReason.NotEstablished, outcome?.Result);
        Exception failure = outcome is null ? new CallEndedException(end) : ActionOutcomes.Failure(action, outcome, _session.Transcript);
        _session.Finish(end);
        throw failure;
    }

    /// <summary>Turns the call away.</summary>
    /// <param name="reason">What the caller's side is told.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="CallEndedException">The caller had gone.</exception>
    /// <exception cref="CallActionException">The service refused.</exception>
    /// <exception cref="InvalidOperationException">The call was answered, rejected or redirected already.</exception>
    public async Task RejectAsync(RejectReason reason = RejectReason.None, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Take("rejected");
        await Flow.Runtime.Calls.RequestAsync(
            _session, new RejectCall(_notification.IncomingCallContext, reason), Step.At(nameof(RejectAsync), file, line));
        _session.Transcript.Flow(TranscriptKind.Transfer, reason == RejectReason.None ? "rejects the call" : $"rejects the call ({reason})");
    }

    /// <summary>Lets somebody else's phone ring instead.</summary>
    /// <param name="target">Whose.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="CallEndedException">The caller had gone.</exception>
    /// <exception cref="CallActionException">The service refused.</exception>
    /// <exception cref="InvalidOperationException">The call was answered, rejected or redirected already.</exception>
    public async Task RedirectAsync(CallEndpoint target, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(target);
        Take("redirected");
        await Flow.Runtime.Calls.RequestAsync(
            _session, new RedirectCall(_notification.IncomingCallContext, target), Step.At(nameof(RedirectAsync), file, line));
        _session.Transcript.Flow(TranscriptKind.Transfer, $"redirects the call to {target}");
    }

    /// <summary>What answers the call is a secret, and large: it is handed on only as long as the call rings.</summary>
    internal void ContinueAsNew(Payload state)
    {
        IncomingCallNotification call = _session.Taken is null ? _notification : _notification with { IncomingCallContext = "" };
        Flow.Runtime.Next = Payload.From(new InboundInput(call, state));
    }

    private void Take(string how)
    {
        if (_session.Taken is { } taken)
        {
            throw new InvalidOperationException($"The call was {taken} already; it can't be {how} as well.");
        }

        _session.Taken = how;
    }
}
