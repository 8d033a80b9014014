using CallFlows.Calls.Transcripts;
using CallFlows.Durable;
using CallFlows.Flows.Running.Continuing;

namespace CallFlows.Flows.Running;

/// <summary>What one execution of a flow is made of. Everything here lives on the orchestration's own synchronization context.</summary>
internal sealed class FlowRuntime
{
    public FlowRuntime(OrchestrationContext context, CallEventInterest interest, IReadOnlyList<ICallTranscriptObserver> observers)
    {
        Context = context;
        Continuation? continued = Continuation.From(context.Input);
        IsContinued = continued is not null;
        Input = continued?.Input ?? context.Input;
        Background = new BackgroundWork();
        Deadlines = new DeadlineClock(context, Background);
        Steps = new StepBoard(context);
        Signals = new SignalInbox(continued?.Signals ?? []);
        EventMatcher events = new(Deadlines);
        Doubt doubt = new(context, Deadlines);
        Sender = new ActionSender(context, Deadlines, events, doubt, interest, continued?.Actions ?? 0);
        Watchdog watchdog = new(context, Deadlines, Background, Sender, doubt);
        Calls = new CallDesk(context, Deadlines, Steps, Background, events, Sender, watchdog, observers);
        Pump = new EventPump(context, events, Signals, continued?.EventIds ?? []);
        if (continued is not null)
        {
            Calls.Restore(continued);
        }
    }

    public OrchestrationContext Context { get; }

    /// <summary>What the author started the flow with, or handed on.</summary>
    public Payload Input { get; }

    /// <summary>Whether this is not the flow's first execution.</summary>
    public bool IsContinued { get; }

    /// <summary>What the author hands on to a next execution; null when this one is to be the last.</summary>
    public Payload? Next { get; set; }

    public BackgroundWork Background { get; }

    public DeadlineClock Deadlines { get; }

    public StepBoard Steps { get; }

    public SignalInbox Signals { get; }

    public ActionSender Sender { get; }

    public CallDesk Calls { get; }

    public EventPump Pump { get; }

    /// <summary>What a next execution needs.</summary>
    /// <param name="input">What the author hands on.</param>
    public Continuation Carry(Payload input) => new()
    {
        Input = input,
        Actions = Sender.Numbered,
        CallsBegun = Calls.Begun,
        Calls = TranscriptWindow.Of(Calls.Sessions),
        Signals = Signals.Carry(),
        EventIds = Pump.LatestIds(),
    };
}
