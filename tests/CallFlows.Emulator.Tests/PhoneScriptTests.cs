using CallFlows.Emulator.Phones;
using CallFlows.Emulator.Tests.Harness;

namespace CallFlows.Emulator.Tests;

public sealed class PhoneScriptTests
{
    private static readonly string FourSeconds = "Welcome to the line. For sales, press 1." + new string('.', 20);

    [Fact]
    public async Task Run_WholeCall_ReportsEveryStepDone()
    {
        await using Emulated emulated = await Emulated.StartWithAppAsync();
        PhoneRun run = emulated.Phone().Run(PhoneScript.Create()
            .Calls(Emulated.AppNumber)
            .Hears("press 1").Presses(Tone.One)
            .WaitsFor(TimeSpan.FromSeconds(1))
            .Says("thank you")
            .Hears("goodbye", HearPoint.End)
            .WaitsForHangUp());
        await emulated.RunAsync(0.1);
        string id = await AnswerAsync(emulated);

        await emulated.PostAsync($"callConnections/{id}:recognize", Bodies.RecognizeTones(1, prompt: FourSeconds));
        await emulated.RunAsync(3);
        await emulated.PostAsync($"callConnections/{id}:play", Bodies.Play("Goodbye!"));
        await emulated.RunAsync(3);
        await emulated.PostAsync($"callConnections/{id}:terminate");
        await emulated.RunAsync(1);

        PhoneScriptResult result = await run.Completion.Guarded();
        result.IsCompleted.Should().BeTrue(result.ToString());
        result.StepsDone.Should().Be(7);
        result.Log.Select(entry => entry.Kind).Should().Equal(
            PhoneLogKind.Dialled, PhoneLogKind.Connected, PhoneLogKind.PromptStarted, PhoneLogKind.Pressed,
            PhoneLogKind.PromptInterrupted, PhoneLogKind.Said, PhoneLogKind.PromptStarted, PhoneLogKind.PromptEnded,
            PhoneLogKind.Disconnected);
    }

    [Fact]
    public async Task Run_AppSaysSomethingElse_TellsWhatItWaitedFor()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        PhoneRun run = emulated.Phone().Run(PhoneScript.Create().Answers().Hears("balance").Presses("1"));
        RestReply created = await emulated.PostAsync("callConnections", Bodies.Create(Bodies.Number(Emulated.Caller)));
        await emulated.RunAsync(1);
        string id = created.Body.GetProperty("callConnectionId").GetString()!;

        await emulated.PostAsync($"callConnections/{id}:play", Bodies.Play("Something else"));
        await emulated.RunAsync(3);
        run.CurrentStep.Should().Be("waits to hear \"balance\"");
        await emulated.PostAsync($"callConnections/{id}:terminate");
        await emulated.RunAsync(1);

        PhoneScriptResult result = await run.Completion.Guarded();
        result.End.Should().Be(PhoneScriptEnd.CallEnded);
        result.StepsDone.Should().Be(1);
        result.ToString().Should().Be("Step 2 (waits to hear \"balance\") was not done: the call had ended");
    }

    [Theory]
    [InlineData("declines", "603/0")]
    [InlineData("busy", "486/560486")]
    [InlineData("rings", "480/560480")]
    public async Task Run_DoesNotTakeTheCall_AppSeesWhy(string how, string expected)
    {
        await using Emulated emulated = await Emulated.StartAsync();
        PhoneScript script = PhoneScript.Create();
        PhoneRun run = emulated.Phone().Run(how switch
        {
            "declines" => script.Declines(TimeSpan.FromSeconds(2)),
            "busy" => script.IsBusy(),
            _ => script.LetsRing(),
        });

        await emulated.PostAsync("callConnections", Bodies.Create(Bodies.Number(Emulated.Caller)));
        await emulated.RunAsync(130);

        emulated.App.Single("CreateCallFailed").Result.Should().Be(expected);
        (await run.Completion.Guarded()).IsCompleted.Should().BeTrue();
    }

    [Fact]
    public async Task Run_CallIsRejected_EndsWithTheReason()
    {
        await using Emulated emulated = await Emulated.StartWithAppAsync();
        PhoneRun run = emulated.Phone().Run(PhoneScript.Create().Calls(Emulated.AppNumber).HangsUp());
        await emulated.RunAsync(0.1);

        await emulated.PostAsync("callConnections:reject", new
        {
            incomingCallContext = emulated.App.IncomingCalls.Single().GetProperty("incomingCallContext").GetString(),
            callRejectReason = "busy",
        });
        await emulated.RunAsync(1);

        PhoneScriptResult result = await run.Completion.Guarded();
        result.End.Should().Be(PhoneScriptEnd.CallEnded);
        result.Reason.Should().Be("the call was not answered (Busy)");
    }

    [Fact]
    public async Task Run_WaitsForSilence_PressesOnlyWhenNothingPlays()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();
        PhoneRun run = emulated.Phone().Run(PhoneScript.Create().WaitsForSilence(TimeSpan.FromSeconds(2)).Presses("5"));
        await emulated.RunAsync(1);

        await emulated.PostAsync($"callConnections/{id}:play", Bodies.Play(FourSeconds));
        await emulated.RunAsync(5.9);
        run.Completion.IsCompleted.Should().BeFalse();
        await emulated.RunAsync(0.3);

        run.Completion.IsCompleted.Should().BeTrue();
        PhoneLogEntry pressed = emulated.Phone().Log.Single(entry => entry.Kind == PhoneLogKind.Pressed);
        (pressed.At - emulated.Phone().Heard.Single().EndedAt).Should().Be(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task WhenHears_EachTimeThePromptStarts_Reacts()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();
        emulated.Phone().WhenHears("press 1", PhoneScript.Create().Presses(Tone.One));

        for (int i = 0; i < 2; i++)
        {
            await emulated.PostAsync($"callConnections/{id}:recognize", Bodies.RecognizeTones(1, prompt: FourSeconds));
            await emulated.RunAsync(1);
        }

        emulated.App.EventsOf(id).Count(name => name == "RecognizeCompleted").Should().Be(2);
    }

    [Fact]
    public async Task WhenHears_ReactionThatHearsTheSameWords_WaitsForTheNextPrompt()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();
        emulated.Phone().WhenHears("press 1", PhoneScript.Create().Hears("press 1").Presses("9"));

        await emulated.PostAsync($"callConnections/{id}:play", Bodies.Play(FourSeconds));
        await emulated.RunAsync(10);

        emulated.Phone().Log.Should().NotContain(entry => entry.Kind == PhoneLogKind.Pressed);
    }

    [Fact]
    public async Task Logged_HandlerTakesAnotherPhone_DoesNotBlockTheSwitchboard()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        List<string> seen = [];
        emulated.Phone().Logged += (_, entry) => seen.Add($"{entry} {emulated.Phone("+15551230002").State}");

        await emulated.ConnectedAsync().Guarded();

        seen.Should().Contain("Connected Idle");
    }

    [Fact]
    public async Task Stop_RunningScript_LeavesThePhoneAsItIs()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        await emulated.ConnectedAsync();
        PhoneRun run = emulated.Phone().Run(PhoneScript.Create().Hears("never"));

        PhoneScriptResult result = await run.StopAsync();

        result.End.Should().Be(PhoneScriptEnd.Stopped);
        emulated.Phone().State.Should().Be(PhoneState.InCall);
    }

    [Fact]
    public async Task Press_NotInACall_SaysWhatThePhoneIsDoing()
    {
        await using Emulated emulated = await Emulated.StartAsync();

        Func<Task> press = () => emulated.Phone().PressAsync(Tone.One);

        (await press.Should().ThrowAsync<InvalidOperationException>()).WithMessage("The phone isn't in a call: it is Idle.");
    }

    [Fact]
    public void Create_BadSteps_AreRefusedAtOnce()
    {
        PhoneScript script = PhoneScript.Create();

        script.Invoking(s => s.Presses("1x")).Should().Throw<FormatException>();
        script.Invoking(s => s.Calls("nobody")).Should().Throw<ArgumentException>();
        script.Invoking(s => s.WaitsFor(TimeSpan.FromSeconds(-1))).Should().Throw<ArgumentOutOfRangeException>();
        script.Invoking(s => s.Hears(" ")).Should().Throw<ArgumentException>();
    }

    private static async Task<string> AnswerAsync(Emulated emulated)
    {
        RestReply answered = await emulated.PostAsync("callConnections:answer", Bodies.Answer(
            emulated.App.IncomingCalls.Single().GetProperty("incomingCallContext").GetString()!));
        await emulated.RunAsync(1);
        return answered.Body.GetProperty("callConnectionId").GetString()!;
    }
}
