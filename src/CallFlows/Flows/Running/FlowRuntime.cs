using CallFlows.Calls.Transcripts;
using CallFlows.Durable;

namespace CallFlows.Flows.Running;

/// <summary>What one execution of a flow is made of. Everything here lives on the orchestration's own synchronization context.</summary>
internal sealed class FlowRuntime
{
    public FlowRuntime(OrchestrationContext context, IReadOnlyList<ICallTranscriptObserver> observers)
    {
        Context = context;
        Background = new BackgroundWork();
        Deadlines = new DeadlineClock(context, Background);
        Steps = new StepBoard(context);
        Signals = new SignalInbox();
        EventMatcher events = new(Deadlines);
        Doubt doubt = new(context, Deadlines);
        ActionSender sender = new(context, Deadlines, events, doubt);
        Watchdog watchdog = new(context, Deadlines, Background, sender, doubt);
        Calls = new CallDesk(context, Deadlines, Steps, Background, events, sender, watchdog, observers);
        Pump = new EventPump(context, events, Signals);
    }

    public OrchestrationContext Context { get; }

    public BackgroundWork Background { get; }

    public DeadlineClock Deadlines { get; }

    public StepBoard Steps { get; }

    public SignalInbox Signals { get; }

    public CallDesk Calls { get; }

    public EventPump Pump { get; }
}
