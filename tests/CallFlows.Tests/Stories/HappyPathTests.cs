using CallFlows.Actions;
using CallFlows.Calls;
using CallFlows.Calls.Asking;
using CallFlows.Flows;
using CallFlows.Recognition;
using CallFlows.Tests.Harness;

namespace CallFlows.Tests.Stories;

public sealed class HappyPathTests
{
    private sealed class Confirms : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            Choice choice = await call.AskAsync(Menu.Say("Press 1 to confirm.").Option("confirm", Tone.One));
            await call.PlayAsync($"You chose {choice.Option}.");
            await call.HangUpAsync(forEveryone: true);
        }
    }

    [Theory, BothWays]
    public async Task Flow_CallerAnswersTheMenu_SendsExactlyItsActions(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<Confirms>(execution);
        host.Caller.Presses("1");

        FlowOutput output = await host.RunAsync();

        output.Outcome.Should().Be("completed");
        host.Service.Actions.Should().BeEquivalentTo(
            new CallAction[]
            {
                new AnswerCall("incoming-call-context"),
                new Recognize { Kind = RecognitionKind.Dtmf, Participant = FlowHost.CallerNumber, Prompts = ["Press 1 to confirm."], MaxTones = 1 },
                new Play(["You chose confirm."]),
                new HangUpCall(ForEveryone: true),
            },
            options => options.RespectingRuntimeTypes().WithStrictOrdering());
        host.Service.Requests.Select(request => request.CallConnectionId).Should().Equal(null, "connection-1", "connection-1", "connection-1");
    }
}
