using CallFlows.Emulator.Faults;
using CallFlows.Emulator.Hosting;
using CallFlows.Emulator.Phones;
using CallFlows.Emulator.Switchboard;
using CallFlows.Protocol.Rest;

namespace CallFlows.Emulator.Media;

/// <summary>The switchboard's commands on a call's sound. Run them on the <see cref="SwitchboardQueue"/> only.</summary>
internal sealed class MediaCommands(
    EmulatorOptions options, SwitchboardQueue queue, CallRegistry calls, ICallEvents events, PromptPlayers players,
    FaultSource faults)
{
    public CallConnection Play(string callConnectionId, PlayCommand command)
    {
        CallConnection call = Established(callConnectionId);
        foreach (PartyId listener in command.PlayTo)
            RequireOther(call, listener);
        if (command.Prompts.Any(prompt => prompt.Kind != PromptKind.File))
            RequireCognitiveServices(call);
        PlayOperation play = new(call, command.Operation, command.Prompts, command.Loop, command.PlayTo, events, players);
        call.Media.Add(play, command.Interrupt);
        return call;
    }

    public CallConnection Recognize(string callConnectionId, RecognizeSettings settings, Operation operation, bool interrupt)
    {
        CallConnection call = Established(callConnectionId);
        RequireOther(call, settings.Target);
        if (settings.AcceptsSpeech || settings.Prompts.Any(prompt => prompt.Kind != PromptKind.File))
            RequireCognitiveServices(call);
        RecognizeOperation recognize = new(call, operation, settings, events, queue, players, options.InterDigitTimeout);
        call.Media.Add(recognize, interrupt);
        return call;
    }

    public CallConnection CancelAll(string callConnectionId)
    {
        CallConnection call = Established(callConnectionId);
        call.Media.CancelAll();
        return call;
    }

    public CallConnection StartContinuousDtmf(string callConnectionId, PartyId target, Operation operation)
    {
        CallConnection call = Established(callConnectionId);
        RequireOther(call, target);
        if (Fails(CallAutomationOperations.StartContinuousDtmfRecognition, call))
            queue.Schedule(options.Latency, () => events.ToneFailed(call, operation, AskedFor.Result));
        else
            call.ContinuousDtmf.Start(target, operation);
        return call;
    }

    public CallConnection StopContinuousDtmf(string callConnectionId, PartyId target, Operation operation)
    {
        CallConnection call = Established(callConnectionId);
        RequireOther(call, target);
        queue.Schedule(options.Latency, () =>
        {
            if (!call.IsOver)
                call.ContinuousDtmf.Stop(target, operation);
        });
        return call;
    }

    public CallConnection SendTones(string callConnectionId, PartyId target, IReadOnlyList<Tone> tones, Operation operation)
    {
        CallConnection call = Established(callConnectionId);
        Participant listener = RequireOther(call, target);
        call.Media.BeginTones();
        queue.Schedule(options.Latency, () =>
        {
            call.Media.EndTones();
            if (call.IsOver || call.Leg.Participant is not { } self)
                return;
            if (listener.Leg.Participant != listener || listener.Conversation != call.Conversation)
            {
                events.SendDtmfTonesFailed(call, operation, ResultInfo.NotAParticipant);
                return;
            }

            if (Fails(CallAutomationOperations.SendDtmfTones, call))
            {
                events.SendDtmfTonesFailed(call, operation, AskedFor.Result);
                return;
            }

            foreach (Tone tone in tones)
            {
                if (listener.Leg is AppLeg app)
                    app.Connection.HearTone(self, tone);
                else
                    listener.Leg.HearTone(tone);
            }

            events.SendDtmfTonesCompleted(call, operation);
        });
        return call;
    }

    public CallConnection Hold(string callConnectionId, PartyId target, Prompt? music, Operation operation)
    {
        CallConnection call = Established(callConnectionId);
        Participant held = RequireOther(call, target);
        queue.Schedule(options.Latency, () =>
        {
            if (call.IsOver)
                return;
            SetHeld(held, true);
            if (music is null)
                return;
            call.HoldMusic.Start(target, players.Create([music], loop: true, () => [held],
                started: () => { },
                finished: () => { },
                failed: (_, result) =>
                {
                    events.HoldFailed(call, operation, result);
                    SetHeld(held, false);
                }));
        });
        return call;
    }

    public CallConnection Unhold(string callConnectionId, PartyId target)
    {
        CallConnection call = Established(callConnectionId);
        Participant held = RequireOther(call, target);
        queue.Schedule(options.Latency, () =>
        {
            call.HoldMusic.Stop(target);
            SetHeld(held, false);
        });
        return call;
    }

    private bool Fails(CallAutomationOperation operation, CallConnection call) =>
        faults.Strike(FaultPhase.Effect, () => FaultSubject.OfCall(operation.Name, call)) is not null;

    private static void SetHeld(Participant participant, bool held)
    {
        if (participant.IsHeld == held || participant.Leg.Participant != participant)
            return;
        participant.IsHeld = held;
        participant.Leg.HoldChanged(held);
        participant.Conversation.AnnounceRoster();
    }

    private static Participant RequireOther(CallConnection call, PartyId target) =>
        call.Others.FirstOrDefault(other => other.Id == target)
        ?? throw ServiceFault.Invalid("The target participant is not in the call.");

    private CallConnection Established(string callConnectionId)
    {
        CallConnection call = calls.Get(callConnectionId);
        call.RequireEstablished();
        return call;
    }

    private void RequireCognitiveServices(CallConnection call)
    {
        if (options.RequireCognitiveServices && !call.Settings.HasCognitiveServices)
        {
            throw new ServiceFault(400, 8567,
                "Text, SSML and speech need callIntelligenceOptions.cognitiveServicesEndpoint on the call's create or answer.");
        }
    }
}

internal sealed record PlayCommand(
    IReadOnlyList<Prompt> Prompts, IReadOnlyList<PartyId> PlayTo, bool Loop, bool Interrupt, Operation Operation);
