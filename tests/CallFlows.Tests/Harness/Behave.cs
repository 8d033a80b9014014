using CallFlows.Actions;
using CallFlows.Events;

namespace CallFlows.Tests.Harness;

/// <summary>Ways in which the service can depart from what it usually does.</summary>
internal static class Behave
{
    /// <summary>Takes the action on, and never reports an outcome.</summary>
    public static Behaviour Silently => action => Task.FromResult(action.Accept());

    /// <summary>Turns the action away.</summary>
    public static Behaviour Refuse(int status, int? subCode = null, string? code = null, string message = "refused") => action =>
        throw new CallActionException(new CallActionError(action.Action.Name, status, code, subCode, message));

    /// <summary>Does with the action what another behaviour says, and then its answer gets lost.</summary>
    public static Behaviour LosingTheAnswer(Behaviour behaviour) => async action =>
    {
        await behaviour(action);
        throw new CallActionException(new CallActionError(action.Action.Name, 0, null, null, "The connection broke.") { MayHaveHappened = true });
    };

    /// <summary>What the service usually does.</summary>
    public static Behaviour Usually => action => Task.FromResult(action.Usually());

    /// <summary>Takes the action on, and later reports these events with its context, half a second apart.</summary>
    public static Behaviour With(params CallEvent[] outcome) => action =>
    {
        CallActionResult answer = action.Accept();
        for (int i = 0; i < outcome.Length; i++)
        {
            action.Call.Emit(TimeSpan.FromSeconds(1 + (0.5 * i)), outcome[i] with { OperationContext = outcome[i].OperationContext ?? action.Context });
        }

        return Task.FromResult(answer);
    };

    /// <summary>Takes the action on, and reports these events as they are, half a second apart.</summary>
    public static Behaviour WithExactly(params CallEvent[] outcome) => action =>
    {
        CallActionResult answer = action.Accept();
        for (int i = 0; i < outcome.Length; i++)
        {
            action.Call.Emit(TimeSpan.FromSeconds(1 + (0.5 * i)), outcome[i]);
        }

        return Task.FromResult(answer);
    };

    /// <summary>Reports these events before it answers the request.</summary>
    public static Behaviour WithBeforeTheAnswer(params CallEvent[] outcome) => async action =>
    {
        CallActionResult answer = action.Accept();
        foreach (CallEvent early in outcome)
        {
            await action.Call.RaiseAsync(early);
        }

        return answer;
    };

    /// <summary>Takes the action on; a second later the other side hangs up.</summary>
    public static Behaviour ThenTheyHangUp => action =>
    {
        CallActionResult answer = action.Accept();
        action.Call.TheyHangUp(TimeSpan.FromSeconds(1));
        return Task.FromResult(answer);
    };
}
