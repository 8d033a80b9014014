using CallFlows.Actions;
using CallFlows.Events;

namespace CallFlows.Flows.Running;

/// <summary>An action whose outcome the service has not reported yet.</summary>
internal sealed class PendingAction(long number, CallSession session, CallAction action, Step step, DateTimeOffset begun, DateTimeOffset giveUpAt)
{
    private readonly TaskCompletionSource<CallEvent?> _completion = new();
    private readonly TaskCompletionSource _settled = new();
    private readonly List<CallEvent> _ends = [];

    /// <summary>Which action of the flow it is.</summary>
    public long Number { get; } = number;

    /// <summary>What the service repeats in the events of the sending that counts.</summary>
    public string OperationContext { get; private set; } = ActionSender.ContextOf(number);

    /// <summary>Which sending of the action it is, from 1.</summary>
    public int Sending { get; private set; } = 1;

    public CallSession Session { get; } = session;

    public CallAction Action { get; } = action;

    /// <summary>The author's line.</summary>
    public Step Step { get; } = step;

    /// <summary>When the author's line began it.</summary>
    public DateTimeOffset Begun { get; } = begun;

    /// <summary>When a missing callback is taken for lost, provided that the call still exists.</summary>
    public DateTimeOffset GiveUpAt { get; set; } = giveUpAt;

    /// <summary>The event that ended the action; null when the service never reported one.</summary>
    public Task<CallEvent?> Completion => _completion.Task;

    /// <summary>The events that say what became of it, so far: of most actions one.</summary>
    public IReadOnlyList<CallEvent> Ends => _ends;

    /// <summary>
    /// Completes when it is clear what became of the sending: an event shows that the service has done the action, or nobody waits for it
    /// any more.
    /// </summary>
    public Task Settled => _settled.Task;

    public bool PromptStarted { get; private set; }

    public Deadline? Check { get; set; }

    /// <summary>
    /// Whether an event is about this action. One that names an action is about no other, however well it would fit: the service repeats
    /// events under new ids, and reports late.
    /// </summary>
    public bool IsConcernedBy(CallEvent callEvent) => callEvent.OperationContext is { } named
        ? named == OperationContext
        : ActionOutcomes.Ends(Action, callEvent);

    /// <summary>Takes an event that is about this action.</summary>
    public void Take(CallEvent callEvent)
    {
        _settled.TrySetResult();
        if (callEvent is PlayStarted)
        {
            StartPrompt();
        }
        else if (ActionOutcomes.Ends(Action, callEvent))
        {
            _ends.Add(callEvent);
            if (ActionOutcomes.AreAll(Action, _ends))
            {
                _completion.TrySetResult(callEvent);
            }
        }
    }

    /// <summary>Begins another sending: the events of earlier ones are no longer about this action.</summary>
    public void SendAgain()
    {
        Sending++;
        OperationContext = $"{ActionSender.ContextOf(Number)}.{Sending}";
    }

    /// <summary>Notes in the transcript what the caller hears, once.</summary>
    public void StartPrompt()
    {
        if (!PromptStarted)
        {
            PromptStarted = true;
            Session.NotePrompts(Action);
        }
    }

    public void GiveUp()
    {
        _completion.TrySetResult(null);
        _settled.TrySetResult();
    }

    public void Fail(Exception exception)
    {
        if (_completion.TrySetException(exception))
        {
            BackgroundWork.Forget(_completion.Task);
        }

        _settled.TrySetResult();
    }
}
