using System.Text.Json;
using CallFlows.Emulator.Hosting;
using CallFlows.Emulator.Phones;
using CallFlows.Emulator.Tests.Harness;

namespace CallFlows.Emulator.Tests;

public sealed class MediaTests
{
    private static readonly string FourSeconds = new('x', 60);

    [Fact]
    public async Task Play_Text_TakesItsTimeAndIsHeard()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();

        RestReply play = await emulated.PostAsync($"callConnections/{id}:play", Bodies.Play(FourSeconds));
        await emulated.RunAsync(10);

        play.Status.Should().Be(202);
        play.Headers["Content-Length"].Should().Be("0");
        ReceivedCallback started = emulated.App.Single("PlayStarted");
        ReceivedCallback completed = emulated.App.Single("PlayCompleted");
        (completed.At - started.At).Should().Be(TimeSpan.FromSeconds(4));
        completed.Context.Should().Be("play");
        completed.Message.Should().Be("Action completed successfully.");
        HeardPrompt heard = emulated.Phone().Heard.Should().ContainSingle().Subject;
        heard.Words.Should().Be(FourSeconds);
        heard.Interrupted.Should().BeFalse();
        (heard.EndedAt - heard.StartedAt).Should().Be(TimeSpan.FromSeconds(4));
    }

    [Fact]
    public async Task Play_SeveralSources_HasOneStartAndOneEnd()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();

        await emulated.PostAsync($"callConnections/{id}:play", new
        {
            playSources = new[]
            {
                Bodies.Text("One."),
                new { kind = "ssml", ssml = new { ssmlText = "<speak version=\"1.0\">Two &amp; <b>more</b></speak>" } },
                Bodies.File("https://files.example/three.wav"),
            },
        });
        await emulated.RunAsync(10);

        emulated.App.EventsOf(id).TakeLast(2).Should().Equal("PlayStarted", "PlayCompleted");
        emulated.Phone().Heard.Select(heard => heard.Words).Should().Equal("One.", "Two & more", "");
        emulated.App.Single("PlayCompleted").Context.Should().BeNull();
    }

    [Theory]
    [InlineData("not-absolute.wav", "400/8535")]
    [InlineData("https://files.example/broken.wav", "400/8535")]
    [InlineData("ftp://files.example/a.wav", "400/8536")]
    public async Task Play_BadFileAfterAGoodOne_FailsWithItsIndexAndNeverStarts(string uri, string result)
    {
        await using Emulated emulated = await Emulated.StartAsync(
            options => options.Prompts.FailingFiles.Add("*broken.wav"));
        string id = await emulated.ConnectedAsync();

        await emulated.PostAsync($"callConnections/{id}:play", new { playSources = new[] { Bodies.Text("good"), Bodies.File(uri) } });
        await emulated.RunAsync(5);

        ReceivedCallback failed = emulated.App.Single("PlayFailed");
        failed.Result.Should().Be(result);
        failed.Data.GetProperty("failedPlaySourceIndex").GetInt32().Should().Be(1);
        emulated.App.EventsOf(id).Should().NotContain("PlayStarted");
        emulated.Phone().Heard.Should().BeEmpty();
    }

    [Fact]
    public async Task Play_ToOneParticipant_PutsTheOthersOnHoldMeanwhile()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();

        await emulated.PostAsync($"callConnections/{id}:play", new
        {
            playSources = new[] { Bodies.Text("Just you") },
            playTo = new[] { Bodies.Number(Emulated.Caller) },
        });
        await emulated.RunAsync(5);

        emulated.App.EventsOf(id).Skip(2).Should().Equal("ParticipantsUpdated", "PlayStarted", "PlayCompleted", "ParticipantsUpdated");
        bool[][] onHold = emulated.App.Callbacks.Where(callback => callback.Name == "ParticipantsUpdated").Skip(1)
            .Select(callback => callback.Data.GetProperty("participants").EnumerateArray()
                .Select(participant => participant.GetProperty("isOnHold").GetBoolean()).ToArray()).ToArray();
        onHold[0].Should().BeEquivalentTo([true, false]);
        onHold[1].Should().Equal(false, false);
        emulated.Phone().Heard.Should().ContainSingle();
    }

    [Fact]
    public async Task Play_WhileAnotherPlays_WaitsItsTurn()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();

        await emulated.PostAsync($"callConnections/{id}:play", Bodies.Play(FourSeconds, "first"));
        await emulated.PostAsync($"callConnections/{id}:play", Bodies.Play("second", "second"));
        await emulated.RunAsync(10);

        Media(emulated, id).Should().Equal("PlayStarted first", "PlayCompleted first", "PlayStarted second", "PlayCompleted second");
    }

    [Fact]
    public async Task Play_Interrupting_CancelsTheRunningOne()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();
        await emulated.PostAsync($"callConnections/{id}:play", Bodies.Play("music ", "music", loop: true));
        await emulated.RunAsync(3);

        await emulated.PostAsync($"callConnections/{id}:play", Bodies.Play("news", "news", interrupt: true));
        await emulated.RunAsync(3);

        Media(emulated, id).Should().Equal("PlayStarted music", "PlayCanceled music", "PlayStarted news", "PlayCompleted news");
        emulated.App.Single("PlayCanceled").Result.Should().Be("400/8508");
        emulated.Phone().Heard.Should().HaveCountGreaterThan(3, "the looped prompt starts again and again");
    }

    [Fact]
    public async Task CancelAll_RunningAndWaiting_CancelsEach()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();
        await emulated.PostAsync($"callConnections/{id}:play", Bodies.Play(FourSeconds));
        await emulated.PostAsync($"callConnections/{id}:recognize", Bodies.RecognizeTones(1));

        RestReply cancelled = await emulated.PostAsync($"callConnections/{id}:cancelAllMediaOperations");
        await emulated.RunAsync(10);

        cancelled.Status.Should().Be(202);
        Media(emulated, id).Should().Equal("PlayCanceled play", "RecognizeCanceled ask");
        emulated.App.Single("PlayCanceled").Message.Should().Be("Action failed, the operation was cancelled.");
    }

    [Fact]
    public async Task Play_OperationCallbackUri_GetsOnlyThatOperationsEvents()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();

        await emulated.PostAsync($"callConnections/{id}:play", new
        {
            playSources = new[] { Bodies.Text("Hi") },
            operationCallbackUri = "https://app.example/other",
        });
        await emulated.RunAsync(2);
        await emulated.DeleteAsync($"callConnections/{id}");
        await emulated.RunAsync(1);

        emulated.App.Callbacks.Where(callback => callback.Uri == "https://app.example/other").Select(callback => callback.Name)
            .Should().Equal("PlayStarted", "PlayCompleted");
        emulated.App.Single("CallDisconnected").Uri.Should().Be(FakeApp.CallbackUri);
    }

    [Fact]
    public async Task Play_CallEndsMeanwhile_LastEventIsDisconnected()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();
        await emulated.PostAsync($"callConnections/{id}:play", Bodies.Play(FourSeconds));
        await emulated.RunAsync(1);

        await emulated.Phone().HangUpAsync();
        await emulated.RunAsync(10);

        emulated.App.EventsOf(id)[^2..].Should().Equal("PlayStarted", "CallDisconnected");
        emulated.App.Single("CallDisconnected").Result.Should().Be("200/560000");
        emulated.Phone().Heard.Single().Interrupted.Should().BeTrue();
    }

    [Fact]
    public async Task Play_TextWithoutCognitiveServices_IsRefusedWhenRequired()
    {
        await using Emulated emulated = await Emulated.StartAsync(options => options.RequireCognitiveServices = true);
        string id = await emulated.ConnectedAsync();

        RestReply play = await emulated.PostAsync($"callConnections/{id}:play", Bodies.Play("Hi"));

        play.Status.Should().Be(400);
        play.ErrorCode.Should().Be("8567");
    }

    [Fact]
    public async Task RecognizeTones_MostReached_CompletesWithThem()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();

        RestReply recognize = await emulated.PostAsync($"callConnections/{id}:recognize", Bodies.RecognizeTones(3));
        await emulated.Phone().PressAsync(Tones.FromKeys("1#*"));
        await emulated.RunAsync(1);

        recognize.Status.Should().Be(202);
        ReceivedCallback completed = emulated.App.Single("RecognizeCompleted");
        completed.Result.Should().Be("200/8531");
        completed.Context.Should().Be("ask");
        completed.Data.GetProperty("recognitionType").GetString().Should().Be("dtmf");
        TonesOf(completed).Should().Equal("one", "pound", "asterisk");
    }

    [Fact]
    public async Task RecognizeTones_StopTone_CompletesWithoutIt()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();

        await emulated.PostAsync($"callConnections/{id}:recognize", Bodies.RecognizeTones(5, stopTones: "pound"));
        await emulated.Phone().PressAsync(Tones.FromKeys("42#"));
        await emulated.RunAsync(1);

        ReceivedCallback completed = emulated.App.Single("RecognizeCompleted");
        completed.Result.Should().Be("200/8514");
        TonesOf(completed).Should().Equal("four", "two");
    }

    [Theory]
    [InlineData(InterDigitTimeoutOutcome.Completed, "RecognizeCompleted")]
    [InlineData(InterDigitTimeoutOutcome.Failed, "RecognizeFailed")]
    public async Task RecognizeTones_DigitsStopComing_EndsAfterTheInterToneTimeout(InterDigitTimeoutOutcome outcome, string name)
    {
        await using Emulated emulated = await Emulated.StartAsync(options => options.InterDigitTimeout = outcome);
        string id = await emulated.ConnectedAsync();
        await emulated.PostAsync($"callConnections/{id}:recognize", Bodies.RecognizeTones(3));
        await emulated.RunAsync(1);

        await emulated.Phone().PressAsync(Tone.Seven);
        await emulated.RunAsync(1.9);
        Media(emulated, id).Should().BeEmpty();
        await emulated.RunAsync(0.2);

        emulated.App.Single(name).Result.Should().Be("400/8532");
    }

    [Fact]
    public async Task RecognizeTones_Silence_FailsAfterPromptAndInitialSilence()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();

        await emulated.PostAsync($"callConnections/{id}:recognize", Bodies.RecognizeTones(1, prompt: FourSeconds));
        await emulated.RunAsync(20);

        Media(emulated, id).Should().Equal("PlayStarted ask", "RecognizeFailed ask");
        ReceivedCallback failed = emulated.App.Single("RecognizeFailed");
        failed.Result.Should().Be("400/8510");
        failed.Message.Should().Be("Action failed, initial silence timeout reached.");
        failed.Data.TryGetProperty("failedPlaySourceIndex", out _).Should().BeFalse();
        (failed.At - emulated.App.Single("PlayStarted").At).Should().Be(TimeSpan.FromSeconds(9));
    }

    [Fact]
    public async Task RecognizeTones_BargeIn_StopsThePrompt()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();
        await emulated.PostAsync($"callConnections/{id}:recognize", Bodies.RecognizeTones(1, prompt: FourSeconds));
        await emulated.RunAsync(1);

        await emulated.Phone().PressAsync(Tone.One);
        await emulated.RunAsync(1);

        Media(emulated, id).Should().Equal("PlayStarted ask", "RecognizeCompleted ask");
        emulated.Phone().Heard.Single().Interrupted.Should().BeTrue();
    }

    [Fact]
    public async Task RecognizeTones_BargeInNotAllowed_IgnoresKeysDuringThePrompt()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();
        await emulated.PostAsync(
            $"callConnections/{id}:recognize", Bodies.RecognizeTones(1, interruptPrompt: false, prompt: FourSeconds));
        await emulated.RunAsync(1);

        await emulated.Phone().PressAsync(Tone.One);
        await emulated.RunAsync(4);
        await emulated.Phone().PressAsync(Tone.Two);
        await emulated.RunAsync(1);

        TonesOf(emulated.App.Single("RecognizeCompleted")).Should().Equal("two");
        emulated.Phone().Heard.Single().Interrupted.Should().BeFalse();
    }

    [Fact]
    public async Task Recognize_BadPrompt_FailsWithPromptFailure()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();

        await emulated.PostAsync($"callConnections/{id}:recognize", new
        {
            recognizeInputType = "dtmf",
            playPrompts = new[] { Bodies.Text("fine"), Bodies.File("nonsense") },
            recognizeOptions = new { targetParticipant = Bodies.Number(Emulated.Caller) },
        });
        await emulated.RunAsync(2);

        ReceivedCallback failed = emulated.App.Single("RecognizeFailed");
        failed.Result.Should().Be("500/8511");
        failed.Data.GetProperty("failedPlaySourceIndex").GetInt32().Should().Be(1);
    }

    [Theory]
    [InlineData("press 1", "RecognizeCompleted", "200/8533", "confirm", null)]
    [InlineData("press 9", "RecognizeFailed", "500/8534", null, null)]
    [InlineData("say Yes!", "RecognizeCompleted", "200/8545", "confirm", "yes")]
    [InlineData("say perhaps", "RecognizeFailed", "400/8547", null, null)]
    public async Task RecognizeChoices_Input_MatchesOrFails(string input, string name, string result, string? label, string? phrase)
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();
        await emulated.PostAsync($"callConnections/{id}:recognize", Bodies.RecognizeChoices("Press 1 or say yes."));
        await emulated.RunAsync(1);

        if (input.StartsWith("press ", StringComparison.Ordinal))
            await emulated.Phone().PressAsync(Tones.FromKeys(input["press ".Length..]));
        else
            await emulated.Phone().SayAsync(input["say ".Length..]);
        await emulated.RunAsync(1);

        ReceivedCallback outcome = emulated.App.Single(name);
        outcome.Result.Should().Be(result);
        if (label is null)
            return;
        JsonElement choice = outcome.Data.GetProperty("choiceResult");
        choice.GetProperty("label").GetString().Should().Be(label);
        (choice.TryGetProperty("recognizedPhrase", out JsonElement said) ? said.GetString() : null).Should().Be(phrase);
    }

    [Fact]
    public async Task RecognizeSpeech_TwoSentences_EndsWithTheSilenceAfterThem()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();
        await emulated.PostAsync($"callConnections/{id}:recognize", Bodies.RecognizeSpeech());

        await emulated.Phone().SayAsync("I would like");
        await emulated.RunAsync(0.9);
        await emulated.Phone().SayAsync("a taxi");
        await emulated.RunAsync(1.1);

        ReceivedCallback completed = emulated.App.Single("RecognizeCompleted");
        completed.Result.Should().Be("200/8569");
        completed.Data.GetProperty("speechResult").GetProperty("speech").GetString().Should().Be("I would like a taxi");
    }

    [Fact]
    public async Task Recognize_AnotherParticipantPresses_IsNotHeard()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();
        VirtualPhone other = emulated.Phone("+15551230002").OnRing(RingBehavior.Answer(TimeSpan.Zero));
        await emulated.PostAsync($"callConnections/{id}/participants:add", new
        {
            participantToAdd = Bodies.Number("+15551230002"),
            sourceCallerIdNumber = new { value = Emulated.AppNumber },
        });
        await emulated.RunAsync(1);
        await emulated.PostAsync($"callConnections/{id}:recognize", Bodies.RecognizeTones(1));

        await other.PressAsync(Tone.One);
        await emulated.RunAsync(1);

        Media(emulated, id).Should().BeEmpty();
        emulated.Phone().Log[^1].Kind.Should().Be(PhoneLogKind.HeardTones);
    }

    [Fact]
    public async Task ContinuousDtmf_ToneAfterStart_IsReportedUntilStop()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();
        object target = new { targetParticipant = Bodies.Number(Emulated.Caller), operationContext = "listen" };

        RestReply start = await emulated.PostAsync($"callConnections/{id}:startContinuousDtmfRecognition", target);
        await emulated.Phone().PressAsync(Tones.FromKeys("5#"));
        RestReply stop = await emulated.PostAsync($"callConnections/{id}:stopContinuousDtmfRecognition", target);
        await emulated.RunAsync(1);
        await emulated.Phone().PressAsync(Tone.One);
        await emulated.RunAsync(1);

        start.Status.Should().Be(200);
        stop.Status.Should().Be(200);
        emulated.App.EventsOf(id).Skip(2).Should().Equal(
            "ContinuousDtmfRecognitionToneReceived", "ContinuousDtmfRecognitionToneReceived", "ContinuousDtmfRecognitionStopped");
        emulated.App.Callbacks[3].Data.GetProperty("tone").GetString().Should().Be("pound");
        emulated.App.Callbacks[3].Data.GetProperty("sequenceId").GetInt32().Should().Be(2);
        emulated.App.Single("ContinuousDtmfRecognitionStopped").Result.Should().Be("200/7000");
    }

    [Fact]
    public async Task SendDtmfTones_ToAPhone_AreHeardAndCompleted()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();

        RestReply sent = await emulated.PostAsync($"callConnections/{id}:sendDtmfTones", new
        {
            tones = new[] { "one", "pound" },
            targetParticipant = Bodies.Number(Emulated.Caller),
            operationContext = "send",
        });
        await emulated.RunAsync(1);

        sent.Status.Should().Be(202);
        sent.Text.Should().Be("""{"operationContext":"send"}""");
        emulated.App.Single("SendDtmfTonesCompleted").Context.Should().Be("send");
        emulated.Phone().Log.Where(entry => entry.Kind == PhoneLogKind.HeardTones).Select(entry => entry.Text).Should().Equal("1", "#");
    }

    [Fact]
    public async Task Hold_ThenUnhold_ShowsInTheRoster()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();
        object target = new { targetParticipant = new { rawId = "4:" + Emulated.Caller } };

        RestReply hold = await emulated.PostAsync($"callConnections/{id}:hold", target);
        await emulated.RunAsync(1);
        RestReply held = await emulated.GetAsync($"callConnections/{id}/participants/4%3A%2B15551230001");
        await emulated.PostAsync($"callConnections/{id}:unhold", target);
        await emulated.RunAsync(1);

        hold.Status.Should().Be(200);
        held.Body.GetProperty("isOnHold").GetBoolean().Should().BeTrue();
        emulated.App.EventsOf(id).Skip(2).Should().Equal("ParticipantsUpdated", "ParticipantsUpdated");
        emulated.Phone().Log.TakeLast(2).Select(entry => entry.Kind).Should().Equal(PhoneLogKind.PutOnHold, PhoneLogKind.TakenOffHold);
    }

    [Fact]
    public async Task Hold_BadMusic_FailsAndIsUndone()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();

        await emulated.PostAsync($"callConnections/{id}:hold", new
        {
            targetParticipant = Bodies.Number(Emulated.Caller),
            playSourceInfo = Bodies.File("nonsense"),
            operationContext = "hold",
        });
        await emulated.RunAsync(1);

        emulated.App.EventsOf(id).Skip(2).Should().Equal("ParticipantsUpdated", "HoldFailed", "ParticipantsUpdated");
        emulated.App.Single("HoldFailed").Result.Should().Be("400/8535");
    }

    [Fact]
    public async Task Hold_WithMusic_PlaysUntilTheCallEnds()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();

        await emulated.PostAsync($"callConnections/{id}:hold", new
        {
            targetParticipant = Bodies.Number(Emulated.Caller),
            playSourceInfo = Bodies.File("https://files.example/music.wav"),
        });
        await emulated.RunAsync(10);
        emulated.Phone().Heard.Count.Should().Be(3);
        await emulated.PostAsync($"callConnections/{id}:terminate");
        await emulated.RunAsync(60);

        emulated.Phone().Heard.Count.Should().Be(3);
    }

    [Fact]
    public async Task Play_FileOnThisMachine_TakesTheTimeOfItsHeader()
    {
        await using Emulated emulated = await Emulated.StartAsync(options => options.Prompts.FetchFiles = true);
        string id = await emulated.ConnectedAsync();
        string file = Path.Combine(AppContext.BaseDirectory, $"{Guid.NewGuid()}.wav");
        await File.WriteAllBytesAsync(file, OptionsTests.Wav(96000, 0), TestContext.Current.CancellationToken);
        try
        {
            await emulated.PostAsync(
                $"callConnections/{id}:play", new { playSources = new[] { Bodies.File(new Uri(file).AbsoluteUri) } });
            await emulated.RunAsync(5);
        }
        finally
        {
            File.Delete(file);
        }

        // The header promises 3 s, but the file ends after it: what is there counts, and a prompt takes 0.5 s at least.
        (emulated.App.Single("PlayCompleted").At - emulated.App.Single("PlayStarted").At).Should().Be(TimeSpan.FromSeconds(0.5));
    }

    [Fact]
    public async Task Play_FileThatIsNotThere_FailsToDownload()
    {
        await using Emulated emulated = await Emulated.StartAsync(options => options.Prompts.FetchFiles = true);
        string id = await emulated.ConnectedAsync();

        await emulated.PostAsync(
            $"callConnections/{id}:play", new { playSources = new[] { Bodies.File("file:///nowhere/at/all.wav") } });
        await emulated.RunAsync(1);

        emulated.App.Single("PlayFailed").Result.Should().Be("400/8536");
    }

    private static string[] Media(Emulated emulated, string id) => emulated.App.Callbacks
        .Where(callback => callback.ConnectionId == id && (callback.Name.StartsWith("Play", StringComparison.Ordinal)
            || callback.Name.StartsWith("Recognize", StringComparison.Ordinal)))
        .Select(callback => $"{callback.Name} {callback.Context}").ToArray();

    private static IEnumerable<string?> TonesOf(ReceivedCallback callback) =>
        callback.Data.GetProperty("dtmfResult").GetProperty("tones").EnumerateArray().Select(tone => tone.GetString());
}
