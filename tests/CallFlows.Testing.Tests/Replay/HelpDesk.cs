using CallFlows.Calls;
using CallFlows.Durable;
using CallFlows.Flows;

namespace CallFlows.Testing.Tests.Replay;

/// <summary>A flow as it was recorded, and what became of it. Errors name these lines: change them together with the tests.</summary>
public static class HelpDesk
{
    public sealed record FindTicket(string Caller) : IActivity<string?>;

    public sealed record LookTicketUp(string Caller) : IActivity<string?>;

    /// <summary>The books of the desk.</summary>
    public sealed class Handler : IActivityHandler<FindTicket, string?>, IActivityHandler<LookTicketUp, string?>
    {
        public Task<string?> HandleAsync(FindTicket request, ActivityContext context, CancellationToken cancellationToken) => Task.FromResult<string?>("T-1");

        public Task<string?> HandleAsync(LookTicketUp request, ActivityContext context, CancellationToken cancellationToken) => Task.FromResult<string?>("T-1");
    }

    [Flow("HelpDesk")]
    public sealed class Recorded : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            await call.Flow.RunAsync(new FindTicket("somebody"));
            await call.PlayAsync("Somebody will call you back.");
            await call.HangUpAsync();
            await call.Flow.DelayAsync(TimeSpan.FromHours(1));
        }
    }

    [Flow("HelpDesk")]
    public sealed class OtherTexts : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            await call.Flow.RunAsync(new FindTicket("nobody"));
            await call.PlayAsync("We will call you back.");
            await call.HangUpAsync();
            await call.Flow.DelayAsync(TimeSpan.FromHours(2));
        }
    }

    [Flow("HelpDesk")]
    public sealed class StepAdded : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            await call.PlayAsync("Welcome.");
            await call.Flow.RunAsync(new FindTicket("somebody"));
            await call.PlayAsync("Somebody will call you back.");
            await call.HangUpAsync();
            await call.Flow.DelayAsync(TimeSpan.FromHours(1));
        }
    }

    [Flow("HelpDesk")]
    public sealed class StepRemoved : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            await call.PlayAsync("Somebody will call you back.");
            await call.HangUpAsync();
            await call.Flow.DelayAsync(TimeSpan.FromHours(1));
        }
    }

    [Flow("HelpDesk")]
    public sealed class PromptRemoved : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            await call.Flow.RunAsync(new FindTicket("somebody"));
            await call.HangUpAsync();
            await call.Flow.DelayAsync(TimeSpan.FromHours(1));
        }
    }

    [Flow("HelpDesk")]
    public sealed class ActivityRenamed : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            await call.Flow.RunAsync(new LookTicketUp("somebody"));
            await call.PlayAsync("Somebody will call you back.");
            await call.HangUpAsync();
            await call.Flow.DelayAsync(TimeSpan.FromHours(1));
        }
    }

    [Flow("HelpDesk")]
    public sealed class OtherAction : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            await call.Flow.RunAsync(new FindTicket("somebody"));
            await call.RecognizeAsync(new() { Kind = Recognition.RecognitionKind.Dtmf, Prompts = ["Somebody will call you back."], MaxTones = 1 });
            await call.HangUpAsync();
            await call.Flow.DelayAsync(TimeSpan.FromHours(1));
        }
    }

    [Flow("HelpDesk")]
    public sealed class DelayRemoved : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            await call.Flow.RunAsync(new FindTicket("somebody"));
            await call.PlayAsync("Somebody will call you back.");
            await call.HangUpAsync();
        }
    }

    [Flow("HelpDesk")]
    public sealed class GoesOn : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            await call.Flow.RunAsync(new FindTicket("somebody"));
            await call.PlayAsync("Somebody will call you back.");
            await call.HangUpAsync();
            await call.Flow.DelayAsync(TimeSpan.FromHours(1));
            await call.Flow.RunAsync(new FindTicket("again"));
        }
    }

    [Flow("HelpDesk")]
    public sealed class Waits : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            await call.Flow.WaitForSignalAsync<string>("Ticket");
            await call.PlayAsync("Somebody will call you back.");
            await call.HangUpAsync();
            await call.Flow.DelayAsync(TimeSpan.FromHours(1));
        }
    }

    [Flow("HelpDesk")]
    public sealed class Throws : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            await call.Flow.RunAsync(new FindTicket("somebody"));
            throw new FormatException("That is no ticket.");
        }
    }

    [Flow("HelpDesk")]
    public sealed class ReadsAClock : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            if (DateTime.UtcNow.Hour < 8)
            {
                await incoming.RejectAsync();
            }
        }
    }

    [Flow("HelpDesk", Version = 2)]
    public sealed class SecondVersion : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            await call.PlayAsync("Welcome to the second version.");
        }
    }

    [Flow("HelpDesk")]
    public sealed class StepsSwapped : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            await call.Flow.RunAsync(new FindTicket("somebody"));
            await call.PlayAsync("Somebody will call you back.");
            await call.Flow.DelayAsync(TimeSpan.FromHours(1));
            await call.HangUpAsync();
        }
    }
}
