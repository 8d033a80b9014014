using CallFlows.Actions;
using CallFlows.Calls;
using CallFlows.Endpoints;
using CallFlows.Flows;
using CallFlows.Tests.Harness;

namespace CallFlows.Tests.Stories;

public sealed class CallOptionTests
{
    private static readonly CommunicationUser Agent = CallEndpoint.User("8:acs:resource_agent");
    private static readonly CallIntelligenceOptions Voices = new(new Uri("https://voices.example/"));

    private static readonly DialOptions Everything = new()
    {
        Targets = [FlowHost.CallerNumber, CallEndpoint.TeamsUser("teams-user"), CallEndpoint.TeamsApp("teams-app")],
        From = FlowHost.LineNumber,
        DisplayName = "Contoso",
        TeamsAppSource = CallEndpoint.TeamsApp("contoso-app"),
        Intelligence = Voices,
    };

    private sealed class Dials : CallFlow<int, string>
    {
        protected override async Task<string> RunAsync(FlowContext flow, int input)
        {
            Dialed dialed = await flow.DialAsync(Everything);
            Call joined = await flow.ConnectAsync(CallLocator.Room("1"), intelligence: Voices);
            return $"{dialed.Outcome} {joined.Direction}";
        }
    }

    private sealed class Answers : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            await incoming.Flow.NoteAsync(
                $"{incoming.OnBehalfOf?.RawId} {incoming.CallerDisplayName} {incoming.CustomContext?.UserToUser} {incoming.CustomContext?.VoipHeaders["tier"]}");
            await incoming.AnswerAsync(Agent, intelligence: Voices);
        }
    }

    private sealed class Mistakes : InboundCallFlow
    {
        private static readonly CustomCallingContext None = new();

        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            await TryAsync(() => call.Flow.DialAsync(new DialOptions { Targets = [] }));
            await TryAsync(() => call.Flow.DialAsync(new DialOptions { Targets = [.. Enumerable.Repeat<CallEndpoint>(Agent, 350)] }));
            await TryAsync(() => call.Flow.DialAsync(new DialOptions { Targets = [FlowHost.CallerNumber] }));
            await TryAsync(() => call.Flow.DialAsync(Everything with { Source = Agent }));
            await TryAsync(() => call.TransferAsync(Agent, customContext: None with { SipHeaders = new Dictionary<string, string> { ["Subject"] = "x" } }));
            await TryAsync(() => call.TransferAsync(Agent, customContext: Enumerable.Range(0, 6).Aggregate(None, (all, i) => all.WithSipHeader($"h{i}", "x"))));
            await TryAsync(() => call.TransferAsync(Agent, customContext: None.WithSipHeader(new string('n', 53), "x")));
            await TryAsync(() => call.TransferAsync(Agent, customContext: None.WithUserToUser(new string('v', 257))));
            await TryAsync(() => call.AddParticipantAsync(Agent, customContext: None.WithVoipHeader(new string('n', 65), "x")));
            await TryAsync(() => call.AddParticipantAsync(Agent, customContext: None.WithVoipHeader("n", new string('v', 1025))));
            await TryAsync(() => call.AddParticipantAsync(Agent, customContext: None with
            {
                VoipHeaders = Enumerable.Range(0, 1001).ToDictionary(i => $"h{i}", _ => "x"),
            }));
            Call room = await call.Flow.ConnectAsync(CallLocator.Room("1"));
            await TryAsync(() => room.AddParticipantAsync(FlowHost.CallerNumber));
            await TryAsync(() => call.SendDtmfTonesAsync("1", to: Agent));

            async Task TryAsync(Func<Task> mistake)
            {
                try
                {
                    await mistake();
                    await call.Flow.NoteAsync("nothing was wrong");
                }
                catch (ArgumentException exception)
                {
                    await call.Flow.NoteAsync(exception.ParamName!);
                }
            }
        }
    }

    [Theory, BothWays]
    public async Task Dial_WithEverything_HandsItOn(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync(execution, flows => flows.Add<Dials, int, string>());

        FlowOutput output = await host.RunAsync<Dials, int, string>(0);

        output.Result.To<string>().Should().Be("Answered Joined");
        host.Service.Sent<CreateCall>()[0].Should().BeEquivalentTo(new CreateCall(Everything.Targets, FlowHost.LineNumber, "Contoso")
        {
            TeamsAppSource = CallEndpoint.TeamsApp("contoso-app"),
            Intelligence = Voices,
        });
        host.Service.Sent<ConnectCall>()[0].Intelligence.Should().Be(Voices);
    }

    [Theory, BothWays]
    public async Task Answer_WithItsOwnIdentityAndVoices_HandsThemOn(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<Answers>(execution);

        await host.RingAsync(FlowHost.Call() with
        {
            OnBehalfOf = CallEndpoint.User("8:acs:resource_boss"),
            CallerDisplayName = "Ada",
            CustomContext = new CustomCallingContext().WithUserToUser("case-12").WithVoipHeader("tier", "gold"),
        });
        await host.EndAsync();

        host.Notes.Should().Equal("8:acs:resource_boss Ada case-12 gold");
        host.Service.Sent<AnswerCall>()[0].AnsweredBy.Should().Be(Agent);
        host.Service.Sent<AnswerCall>()[0].Intelligence.Should().Be(Voices);
    }

    [Theory, BothWays]
    public async Task Mistakes_TheServiceWouldRefuse_AreRefusedBeforeTheyAreSent(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<Mistakes>(execution);

        await host.RunAsync();

        host.Notes.Should().Equal(
            "targets", "targets", "from", "options",
            "customContext", "customContext", "customContext", "customContext", "customContext", "customContext", "customContext",
            "callerId", "to");
        host.Service.ActionNames.Should().Equal("AnswerCall", "ConnectCall", "HangUpCall", "HangUpCall");
    }

    [Theory]
    [InlineData("ftp://voices.example/")]
    [InlineData("http://voices.example/")]
    [InlineData("/voices")]
    public void Intelligence_AtABadAddress_IsRefused(string endpoint) =>
        FluentActions.Invoking(() => new CallIntelligenceOptions(new Uri(endpoint, UriKind.RelativeOrAbsolute))).Should().Throw<ArgumentException>();

    [Fact]
    public void Headers_AtTheirLimits_AreTaken()
    {
        CustomCallingContext full = new CustomCallingContext
        {
            VoipHeaders = Enumerable.Range(0, 1000).ToDictionary(i => $"{i:D64}", _ => new string('v', 1024)),
        }.WithUserToUser(new string('u', 256));
        full = Enumerable.Range(0, 5).Aggregate(full, (all, i) => all.WithSipHeader($"{i:D52}", new string('v', 256)));

        FluentActions.Invoking(() => CallingContextRules.Check(full)).Should().NotThrow();
        full.SipHeaders.Keys.Should().Contain("User-To-User").And.Contain($"X-MS-Custom-{0:D52}");
    }
}
