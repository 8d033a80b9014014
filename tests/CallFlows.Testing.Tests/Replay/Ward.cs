using CallFlows.Calls;
using CallFlows.Calls.Asking;
using CallFlows.Durable;
using CallFlows.Endpoints;
using CallFlows.Flows;
using CallFlows.Recognition;

namespace CallFlows.Testing.Tests.Replay;

/// <summary>A flow that knows much of a person, and takes its path by some of it.</summary>
public static class Ward
{
    public const string CardNumber = "73915";

    public enum Tier
    {
        Bronze,
        Gold,
    }

    public sealed record Member(string Name, string Card, DateOnly Born, Tier Tier, PhoneNumber Phone, string Doctor, Uri Picture, string Note, long Account, string? Visit = null)
    {
        public DateTime LastSeen { get; init; }

        public decimal Balance { get; init; } = 12345678.5m;
    }

    public sealed record FindMember(string Card, string Caller) : IActivity<Member>;

    public sealed record BookVisit(Guid Visit) : IActivity<Member>;

    /// <summary>The books of the ward.</summary>
    public sealed class Handler(Member member) : IActivityHandler<FindMember, Member>, IActivityHandler<BookVisit, Member>
    {
        public Task<Member> HandleAsync(FindMember request, ActivityContext context, CancellationToken cancellationToken) => Task.FromResult(member);

        public Task<Member> HandleAsync(BookVisit request, ActivityContext context, CancellationToken cancellationToken) =>
            Task.FromResult(member with { Visit = request.Visit.ToString() });
    }

    /// <summary>What is equal must stay equal for its path: the card, the phone, the visit's id; and a tier is a word of the code.</summary>
    public sealed class EqualLine : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            Digits card = await call.AskDigitsAsync(AskDigits.Say("Your card, please.").Exactly(5));
            Member member = await call.Flow.RunAsync(new FindMember(card.Value, incoming.From.RawId));
            Guid visit = call.Flow.NewGuid();
            Member booked = await call.Flow.RunAsync(new BookVisit(visit));
            if (member.Card == card.Value && member.Phone.Equals(incoming.From) && booked.Visit == visit.ToString() && member.Tier == Tier.Gold)
            {
                Choice choice = await call.AskAsync(Menu.Say($"Hello {member.Name}. Press 1.").Option("yes", Tone.One));
                await call.PlayAsync(choice.Is("yes") ? "Good." : "Bad.");
                await call.PlayAsync($"We have {member.Phone.Number} and {member.Note}.");
            }
        }
    }

    /// <summary>Its path hangs on words that only its author knows.</summary>
    public sealed class WordLine : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            Member member = await call.Flow.RunAsync(new FindMember("none", "nobody"));
            if (member.Note == "asked to be called")
            {
                await call.PlayAsync("You will be called.");
            }

            if (member.Name.StartsWith('A'))
            {
                await call.PlayAsync("You come first.");
            }
        }
    }
}
