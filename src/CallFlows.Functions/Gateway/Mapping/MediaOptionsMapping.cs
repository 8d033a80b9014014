using CallFlows.Actions;
using CallFlows.Endpoints;
using Sdk = Azure.Communication.CallAutomation;

namespace CallFlows.Functions.Gateway.Mapping;

internal static class MediaOptionsMapping
{
    public static Sdk.PlayToAllOptions PlayToAll(Play action, OperationMarks marks) => new(action.Prompts.ToPlaySources())
    {
        Loop = action.Loop,
        InterruptCallMediaOperation = action.InterruptOther,
        OperationContext = marks.Context,
        OperationCallbackUri = marks.Callback,
    };

    public static Sdk.PlayOptions PlayTo(Play action, OperationMarks marks) =>
        new(action.Prompts.ToPlaySources(), (action.To ?? []).Select(endpoint => endpoint.ToIdentifier()))
        {
            Loop = action.Loop,
            OperationContext = marks.Context,
            OperationCallbackUri = marks.Callback,
        };

    public static Sdk.SendDtmfTonesOptions SendTones(SendDtmfTones action, OperationMarks marks) =>
        new(action.Tones.ToDtmfTones(), action.Participant.ToIdentifier())
        {
            OperationContext = marks.Context,
            OperationCallbackUri = marks.Callback,
        };

    public static Sdk.ContinuousDtmfRecognitionOptions ContinuousDtmf(CallEndpoint participant, OperationMarks marks) =>
        new(participant.ToIdentifier())
        {
            OperationContext = marks.Context,
            OperationCallbackUri = marks.Callback,
        };

    public static Sdk.HoldOptions Hold(Hold action, OperationMarks marks) => new(action.Participant.ToIdentifier())
    {
        PlaySource = action.Music?.ToPlaySource(),
        OperationContext = marks.Context,
        OperationCallbackUri = marks.Callback,
    };

    public static Sdk.UnholdOptions Unhold(Unhold action, OperationMarks marks) => new(action.Participant.ToIdentifier())
    {
        OperationContext = marks.Context,
        OperationCallbackUri = marks.Callback,
    };
}
