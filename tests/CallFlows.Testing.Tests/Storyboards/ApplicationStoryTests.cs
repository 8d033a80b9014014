using CallFlows.Calls;
using CallFlows.Endpoints;
using CallFlows.Flows;
using CallFlows.Prompts;
using CallFlows.Testing.Storyboards;

namespace CallFlows.Testing.Tests.Storyboards;

/// <summary>Applications of several flows, several people, and events from outside.</summary>
public sealed class ApplicationStoryTests
{
    private static readonly PhoneNumber Help = CallEndpoint.Phone("+14255550100");
    private static readonly PhoneNumber Agent = CallEndpoint.Phone("+14255550190");
    private static readonly Prompt Music = Prompt.File("https://contoso.example/audio/hold-music.wav?key=secret");

    public sealed record Rest(string Words);

    public sealed class HelpLine : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            if (incoming.From is PhoneNumber { Number: "+14255550199" })
            {
                await incoming.RedirectAsync(Agent);
                return;
            }

            Call call = await incoming.AnswerAsync();
            Invited invited = await call.MeanwhileHearing(Music, call.AddParticipantAsync(Agent, callerId: Help));
            if (invited.Joined)
            {
                await call.PlayAsync([$"{incoming.CallerDisplayName} is calling."], to: [Agent]);
                await call.PlayAsync("You are connected.");
            }

            await call.Ended;
        }
    }

    public sealed class Survey : CallFlow<string, bool>
    {
        protected override async Task<bool> RunAsync(FlowContext flow, string number)
        {
            Rest rest = await flow.WaitForSignalAsync<Rest>();
            Dialed dialed = await flow.DialAsync(CallEndpoint.Phone(number), from: Help);
            if (dialed.Call is { } call)
            {
                await call.PlayAsync(rest.Words);
                await call.HangUpAsync();
            }

            return dialed.Call is not null;
        }
    }

    [Fact]
    public async Task Application_OfTwoFlows_GoesAsTold()
    {
        await using CallFlowTest test = CallFlowTest.ForApplication(flows => flows
            .Add<HelpLine>(when => when.Called(Help.Number))
            .Add<Survey, string, bool>());
        FlowRun<bool>? survey = null;

        await Storyboard.RunAsync(test, "Application.story", new Dictionary<string, Func<CallFlowTest, Task>>
        {
            ["The survey begins"] = async _ => survey = await test.StartAsync<Survey, string, bool>("+14255550123"),
            ["A day is over"] = _ => test.SignalAsync(new Rest("How was it?"), survey!.InstanceId),
        });

        (await survey!.Result).Should().BeTrue();
    }
}
