using System.Net;
using System.Text.Json;
using CallFlows.Emulator.Faults;
using CallFlows.Emulator.Hosting;
using CallFlows.Emulator.Phones;
using CallFlows.Emulator.Tests.Harness;
using Microsoft.Extensions.Options;

namespace CallFlows.Emulator.Tests;

public sealed class FaultRuleTests
{
    private const string Other = "+15551230002";

    [Fact]
    public async Task RefuseAction_ByStatus_HasNoEffectAndSaysWhenToComeBack()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();
        emulated.Emulator.Faults.Add(new FaultRule
        {
            Kind = FaultKind.RefuseAction,
            Operations = ["Play"],
            Status = 429,
            RetryAfter = TimeSpan.FromSeconds(7),
            Count = 1,
        });

        RestReply refused = await emulated.PostAsync($"callConnections/{id}:play", Bodies.Play("Hi"));
        RestReply again = await emulated.PostAsync($"callConnections/{id}:play", Bodies.Play("Hi"));

        (refused.Status, refused.ErrorCode, refused.Headers["Retry-After"]).Should().Be((429, "8516", "7"));
        again.Status.Should().Be(202);
        emulated.Emulator.Actions.Entries.Select(entry => entry.Action).Should().Equal("CreateCall", "Play");
    }

    [Fact]
    public async Task Rule_SkipAndCount_HitThoseInBetween()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();
        int rule = emulated.Emulator.Faults.Add(new FaultRule { Kind = FaultKind.RefuseAction, Operations = ["Play"], Skip = 1, Count = 2 }).Id;

        List<int> statuses = [];
        for (int i = 0; i < 5; i++)
            statuses.Add((await emulated.PostAsync($"callConnections/{id}:play", Bodies.Play("Hi"))).Status);

        statuses.Should().Equal(202, 503, 503, 202, 202);
        emulated.Emulator.Faults.Rules.Should().ContainSingle().Which.Should().Match<ActiveFault>(
            fault => fault.Id == rule && fault.Hits == 2 && fault.IsSpent);
    }

    [Fact]
    public async Task FailAction_OfWhatWasAccepted_BringsItsFailureInPlaceOfItsEffect()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();
        emulated.Emulator.Faults.Add(new FaultRule { Kind = FaultKind.FailAction, Count = 3 });
        object caller = Bodies.Number(Emulated.Caller);

        RestReply sent = await emulated.PostAsync($"callConnections/{id}:sendDtmfTones", new { tones = new[] { "one" }, targetParticipant = caller });
        await emulated.RunAsync(1);
        RestReply listened = await emulated.PostAsync($"callConnections/{id}:startContinuousDtmfRecognition", new { targetParticipant = caller });
        await emulated.RunAsync(1);
        await emulated.Phone().PressAsync(Tone.One);
        RestReply recorded = await emulated.PostAsync("recordings", new { callConnectionId = id, recordingStateCallbackUri = FakeApp.CallbackUri });
        await emulated.RunAsync(1);

        new[] { sent.Status, listened.Status, recorded.Status }.Should().Equal(202, 200, 202);
        emulated.App.Callbacks.Select(callback => callback.Name).Should()
            .ContainInOrder("SendDtmfTonesFailed", "ContinuousDtmfRecognitionToneFailed", "StartRecordingFailed")
            .And.NotContain(["SendDtmfTonesCompleted", "ContinuousDtmfRecognitionToneReceived", "RecordingStateChanged"]);
        emulated.App.Single("StartRecordingFailed").Result.Should().Be("500/9999");
        emulated.App.Single("StartRecordingFailed").Data.GetProperty("recordingId").GetString()
            .Should().Be(recorded.Body.GetProperty("recordingId").GetString());
    }

    [Fact]
    public async Task FailAction_OfAnActionThatHasItsOwnWaysToFail_IsRefused()
    {
        await using Emulated emulated = await Emulated.StartAsync();

        Action add = () => emulated.Emulator.Faults.Add(new FaultRule { Kind = FaultKind.FailAction, Operations = ["Play"] });

        add.Should().Throw<ArgumentException>().WithMessage("*'Play'*SendDtmfTones, StartContinuousDtmfRecognition, StartRecording*");
    }

    [Fact]
    public async Task Rule_NoOperationNamed_LeavesReadsAlone()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();
        emulated.Emulator.Faults.Add(new FaultRule { Kind = FaultKind.RefuseAction });

        (await emulated.GetAsync($"callConnections/{id}")).Status.Should().Be(200);
        emulated.Emulator.Faults.Add(new FaultRule { Kind = FaultKind.RefuseAction, Operations = ["GetCall"], Status = 500 });

        (await emulated.GetAsync($"callConnections/{id}")).Status.Should().Be(500);
        (await emulated.PostAsync($"callConnections/{id}:play", Bodies.Play("Hi"))).Status.Should().Be(503);
    }

    [Theory]
    [InlineData("+15551230001", true)]
    [InlineData("4:+15551230001", true)]
    [InlineData("+1555123*", true)]
    [InlineData(Emulated.AppNumber, true)]
    [InlineData(Other, false)]
    public async Task Rule_ByParty_HitsCallsThatTheyAreIn(string party, bool hit)
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();
        emulated.Emulator.Faults.Add(new FaultRule { Kind = FaultKind.RefuseAction, Party = party });

        (await emulated.PostAsync($"callConnections/{id}:play", Bodies.Play("Hi"))).Status.Should().Be(hit ? 503 : 202);
    }

    [Fact]
    public async Task Rule_ByParty_HitsRequestsThatNameThem()
    {
        await using Emulated emulated = await Emulated.StartWithAppAsync();
        emulated.Emulator.Faults.Add(new FaultRule { Kind = FaultKind.RefuseAction, Party = Other });
        JsonElement incoming = await emulated.IncomingAsync();
        await emulated.Phone(Other).CallAsync(Emulated.AppNumber);
        await emulated.RunAsync(0.1);

        RestReply created = await emulated.PostAsync("callConnections", Bodies.Create(Bodies.Number(Other)));
        RestReply answered = await emulated.PostAsync(
            "callConnections:answer", Bodies.Answer(incoming.GetProperty("incomingCallContext").GetString()!));
        RestReply answeredOther = await emulated.PostAsync(
            "callConnections:answer", Bodies.Answer(emulated.App.IncomingCalls[^1].GetProperty("incomingCallContext").GetString()!));

        (created.Status, answered.Status, answeredOther.Status).Should().Be((503, 200, 503));
    }

    [Fact]
    public async Task Rule_ByConnection_HitsThatCallOnly()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string one = await emulated.ConnectedAsync();
        RestReply created = await emulated.PostAsync("callConnections", Bodies.Create(Bodies.Number(Other)));
        string two = created.Body.GetProperty("callConnectionId").GetString()!;
        await emulated.RunAsync(5);
        emulated.Emulator.Faults.Add(new FaultRule { Kind = FaultKind.FailAnswer, CallConnectionId = two.ToUpperInvariant() });

        RestReply first = await emulated.PostAsync($"callConnections/{one}:play", Bodies.Play("Hi"));
        RestReply second = await emulated.PostAsync($"callConnections/{two}:play", Bodies.Play("Hi"));

        (first.Status, second.Status).Should().Be((202, 500));
        emulated.Emulator.Actions.Entries.Count(entry => entry.Action == "Play").Should().Be(2, "the failed one took effect too");
    }

    [Theory]
    [InlineData(FaultKind.ResetAction, 0)]
    [InlineData(FaultKind.LoseAnswer, 1)]
    public async Task Request_ItsConnectionBreaks_BeforeOrAfterItsEffect(FaultKind kind, int effects)
    {
        await using Emulated emulated = await Emulated.StartAsync();
        emulated.Emulator.Faults.Add(new FaultRule { Kind = kind, Count = 1 });
        Guid id = Guid.NewGuid();

        Func<Task> create = () => emulated.PostAsync("callConnections", Bodies.Create(Bodies.Number(Emulated.Caller)), id);

        await create.Should().ThrowAsync<HttpRequestException>();
        emulated.Emulator.Actions.Entries.Should().HaveCount(effects);
        (await emulated.PostAsync("callConnections", Bodies.Create(Bodies.Number(Emulated.Caller)), id)).Status.Should().Be(201);
        emulated.Emulator.Actions.Entries.Should().ContainSingle("a repetition under the same id is the same request");
    }

    [Fact]
    public async Task HangAction_ForAWhile_BreaksTheConnectionThenWithoutEffect()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        emulated.Emulator.Faults.Add(new FaultRule { Kind = FaultKind.HangAction, Delay = TimeSpan.FromMinutes(2), Count = 1 });

        Task<RestReply> create = emulated.PostAsync("callConnections", Bodies.Create(Bodies.Number(Emulated.Caller)));
        while (!create.IsCompleted)
            await emulated.RunAsync(30);

        await FluentActions.Awaiting(() => create).Should().ThrowAsync<HttpRequestException>();
        emulated.Emulator.Actions.Entries.Should().BeEmpty();
    }

    [Fact]
    public async Task DelayAnswer_OfACall_LetsItsCallbacksComeFirst()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        emulated.Phone().OnRing(RingBehavior.Answer(TimeSpan.Zero));
        emulated.Emulator.Faults.Add(new FaultRule { Kind = FaultKind.DelayAnswer, Delay = TimeSpan.FromSeconds(30) });

        Task<RestReply> create = emulated.PostAsync("callConnections", Bodies.Create(Bodies.Number(Emulated.Caller)));
        while (emulated.App.Callbacks.Count < 2)
            await emulated.RunAsync(0.1);
        create.IsCompleted.Should().BeFalse();
        await emulated.RunAsync(30);

        (await create.Guarded()).Status.Should().Be(201);
    }

    [Fact]
    public async Task RepeatCallback_OfOneEvent_ComesAgainUnderTheSameId()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        emulated.Emulator.Faults.Add(new FaultRule { Kind = FaultKind.RepeatCallback, Events = ["PlayCompleted"], Times = 3 });
        string id = await emulated.ConnectedAsync();
        await emulated.PostAsync($"callConnections/{id}:play", Bodies.Play("Hi"));
        await emulated.RunAsync(5);

        emulated.App.EventsOf(id)[2..].Should().Equal("PlayStarted", "PlayCompleted", "PlayCompleted", "PlayCompleted", "PlayCompleted");
        emulated.App.Callbacks.TakeLast(4).Select(callback => callback.Event.GetProperty("id").GetString()).Distinct().Should().ContainSingle();
    }

    [Fact]
    public async Task DropCallback_OfOneEvent_NeverComes()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        emulated.Emulator.Faults.Add(new FaultRule { Kind = FaultKind.DropCallback, Events = ["PlayStarted"], Party = Emulated.Caller });
        string id = await emulated.ConnectedAsync();
        await emulated.PostAsync($"callConnections/{id}:play", Bodies.Play("Hi"));
        await emulated.RunAsync(5);

        emulated.App.EventsOf(id)[2..].Should().Equal("PlayCompleted");
    }

    [Fact]
    public async Task DelayCallback_OfOneEvent_HoldsUpThoseBehindIt()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        emulated.Emulator.Faults.Add(new FaultRule { Kind = FaultKind.DelayCallback, Events = ["PlayStarted"], Delay = TimeSpan.FromMinutes(1) });
        string id = await emulated.ConnectedAsync();
        DateTimeOffset played = emulated.Time.GetUtcNow();
        await emulated.PostAsync($"callConnections/{id}:play", Bodies.Play("Hi"));
        await emulated.RunAsync(120);

        emulated.App.EventsOf(id)[2..].Should().Equal("PlayStarted", "PlayCompleted");
        emulated.App.Callbacks.TakeLast(2).Should().OnlyContain(callback => callback.At - played >= TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task ReorderCallback_NextOneComes_IsDeliveredAfterIt()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        emulated.Emulator.Faults.Add(new FaultRule { Kind = FaultKind.ReorderCallback, Events = ["PlayStarted"], Delay = TimeSpan.FromMinutes(1) });
        string id = await emulated.ConnectedAsync();
        await emulated.PostAsync($"callConnections/{id}:play", Bodies.Play("Hi"));
        await emulated.RunAsync(5);

        emulated.App.EventsOf(id)[2..].Should().Equal("PlayCompleted", "PlayStarted");
    }

    [Fact]
    public async Task ReorderCallback_NoneComes_IsDeliveredWhenItHasWaited()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        emulated.Emulator.Faults.Add(new FaultRule { Kind = FaultKind.ReorderCallback, Events = ["PlayCompleted"], Delay = TimeSpan.FromMinutes(1) });
        string id = await emulated.ConnectedAsync();
        await emulated.PostAsync($"callConnections/{id}:play", Bodies.Play("Hi"));
        await emulated.RunAsync(59);
        emulated.App.EventsOf(id)[2..].Should().Equal("PlayStarted");
        await emulated.RunAsync(5);

        emulated.App.EventsOf(id)[2..].Should().Equal("PlayStarted", "PlayCompleted");
    }

    [Theory]
    [InlineData(FaultKind.Busy, 0, "486/560486")]
    [InlineData(FaultKind.Decline, 0, "603/0")]
    [InlineData(FaultKind.NoAnswer, 115, "480/560480")]
    public async Task Ring_OfOneParty_EndsAsItIsTold(FaultKind kind, int seconds, string result)
    {
        await using Emulated emulated = await Emulated.StartAsync();
        emulated.Emulator.Faults.Add(new FaultRule { Kind = kind, Party = Other });

        await emulated.PostAsync("callConnections", Bodies.Create(Bodies.Number(Other)));
        await emulated.RunAsync(seconds + 1);

        emulated.App.Single("CreateCallFailed").Result.Should().Be(result);
        (await emulated.ConnectedAsync()).Should().NotBeEmpty("others are reached as ever");
    }

    [Fact]
    public async Task DeclineAsSuccess_OfAnAddedParty_IsReportedAsAdded()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();
        emulated.Phone(Other).OnRing(RingBehavior.Decline(TimeSpan.FromSeconds(1)));
        emulated.Emulator.Faults.Add(new FaultRule { Kind = FaultKind.DeclineAsSuccess, Party = Other, Count = 1 });
        object body = new { participantToAdd = Bodies.Number(Other), sourceCallerIdNumber = new { value = Emulated.AppNumber } };

        await emulated.PostAsync($"callConnections/{id}/participants:add", body);
        await emulated.RunAsync(5);
        await emulated.PostAsync($"callConnections/{id}/participants:add", body);
        await emulated.RunAsync(5);

        emulated.App.EventsOf(id).Where(name => name.StartsWith("AddParticipant", StringComparison.Ordinal))
            .Should().Equal("AddParticipantSucceeded", "AddParticipantFailed");
        (await emulated.GetAsync($"callConnections/{id}/participants")).Body.GetProperty("value").GetArrayLength().Should().Be(2);
    }

    [Theory]
    [InlineData("answer")]
    [InlineData("reject")]
    [InlineData("redirect")]
    public async Task ExpireIncomingCall_WhenItIsTaken_IsNotFoundAndTheCallerHasGone(string action)
    {
        await using Emulated emulated = await Emulated.StartWithAppAsync();
        emulated.Emulator.Faults.Add(new FaultRule { Kind = FaultKind.ExpireIncomingCall, Party = Emulated.Caller, Count = 1 });
        string context = (await emulated.IncomingAsync()).GetProperty("incomingCallContext").GetString()!;

        RestReply reply = await emulated.PostAsync($"callConnections:{action}", new
        {
            incomingCallContext = context,
            callbackUri = action == "answer" ? FakeApp.CallbackUri : null,
            target = action == "redirect" ? Bodies.Number(Other) : null,
        });

        (reply.Status, reply.ErrorCode).Should().Be((404, "8522"));
        emulated.Phone().State.Should().Be(PhoneState.Idle);
        await emulated.AnsweredAsync();
    }

    [Fact]
    public async Task Rules_OverTheControlApi_AreListedAndTakenAway()
    {
        await using Emulated emulated = await Emulated.StartAsync();

        RestReply added = await emulated.ControlAsync(HttpMethod.Post, "faults/rules", new { kind = "busy", party = Other });
        await emulated.ControlAsync(HttpMethod.Post, "faults/rules", new { kind = "dropCallback", events = new[] { "PlayStarted" } });
        int id = added.Body.GetProperty("id").GetInt32();
        RestReply one = await emulated.ControlAsync(HttpMethod.Get, $"faults/rules/{id}");
        RestReply removed = await emulated.ControlAsync(HttpMethod.Delete, $"faults/rules/{id}");
        RestReply gone = await emulated.ControlAsync(HttpMethod.Delete, $"faults/rules/{id}");
        RestReply left = await emulated.ControlAsync(HttpMethod.Get, "faults/rules");
        await emulated.ControlAsync(HttpMethod.Delete, "faults");

        one.Body.GetProperty("rule").GetProperty("party").GetString().Should().Be(Other);
        (removed.Status, gone.Status).Should().Be((204, 404));
        left.Body.EnumerateArray().Should().ContainSingle().Which.GetProperty("rule").GetProperty("kind").GetString().Should().Be("dropCallback");
        emulated.Emulator.Faults.Rules.Should().BeEmpty();
    }

    [Theory]
    [InlineData("""{}""", "Kind is '0'. Allowed: RefuseAction, *")]
    [InlineData("""{"kind":"refuseAction","status":404}""", "Status is '404'. Allowed: 429, or 500 to 599.")]
    [InlineData("""{"kind":"busy","status":500}""", "Status is '500'. Allowed: nothing, as Busy sends no answer of its own.")]
    [InlineData("""{"kind":"refuseAction","retryAfter":"00:00:00.5"}""", "RetryAfter is '00:00:00.5000000'. Allowed: whole seconds, 0 to 01:00:00.")]
    [InlineData("""{"kind":"loseAnswer","retryAfter":"00:00:01"}""", "RetryAfter can't be set for LoseAnswer; only RefuseAction has one.")]
    [InlineData("""{"kind":"delayAnswer","delay":"00:02:00"}""", "Delay is '00:02:00'. Allowed: above 0, up to 00:01:00.")]
    [InlineData("""{"kind":"loseAnswer","delay":"00:00:02"}""", "Delay is '00:00:02'. Allowed: nothing, as LoseAnswer makes nothing late.")]
    [InlineData("""{"kind":"repeatCallback","times":11}""", "Times is '11'. Allowed: 1 to 10.")]
    [InlineData("""{"kind":"dropCallback","operations":["Play"]}""", "Operations can't be set for DropCallback, which hits no request.")]
    [InlineData("""{"kind":"dropCallback","events":["PlayDone"]}""", "Events has 'PlayDone', which is no event. Allowed: names such as PlayCompleted.")]
    [InlineData("""{"kind":"busy","events":["PlayCompleted"]}""", "Events can't be set for Busy, which hits no callback.")]
    [InlineData("""{"kind":"refuseAction","operations":["Sing"]}""", "Operations has 'Sing', which is no operation. Allowed: names as in the action log, such as Play.")]
    [InlineData("""{"kind":"expireIncomingCall","operations":["Play"]}""", "Operations has 'Play'. Allowed for ExpireIncomingCall: AnswerCall, RejectCall, RedirectCall.")]
    [InlineData("""{"kind":"busy","count":0}""", "Count is '0'. Allowed: 1 to 1000000.")]
    [InlineData("""{"kind":"busy","skip":-1}""", "Skip is '-1'. Allowed: 0 to 1000000.")]
    [InlineData("""{"kind":"busy","party":" "}""", "Party has 1 characters. Allowed: a phone number or raw id of up to 512, with '*' for any characters.")]
    [InlineData("""{"kind":"busy","operations":null}""", "The body is not the JSON expected here: *")]
    [InlineData("""{"kind":"sulk"}""", "The body is not the JSON expected here: *")]
    public async Task Rule_BadSetting_IsRefused(string body, string message)
    {
        await using Emulated emulated = await Emulated.StartAsync();

        RestReply reply = await emulated.ControlAsync(HttpMethod.Post, "faults/rules", body);

        reply.Status.Should().Be(400);
        reply.Body.GetProperty("error").GetString().Should().Match(message);
        emulated.Emulator.Faults.Rules.Should().BeEmpty();
    }

    [Fact]
    public async Task Start_BadRule_IsRefused()
    {
        Func<Task> start = () => CallAutomationEmulator.StartAsync(
            options => options.FaultRules = [new FaultRule { Kind = FaultKind.Busy }, new FaultRule { Kind = FaultKind.Busy, Count = -1 }],
            cancellationToken: TestContext.Current.CancellationToken);

        (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Failures
            .Should().Equal("Emulator:FaultRules:1: Count is '-1'. Allowed: 1 to 1000000.");
    }

    [Fact]
    public async Task Add_MoreThanAThousand_IsRefused()
    {
        await using Emulated emulated = await Emulated.StartAsync(
            options => options.FaultRules = [.. Enumerable.Repeat(new FaultRule { Kind = FaultKind.Busy, Party = Other }, 1000)]);

        RestReply reply = await emulated.ControlAsync(HttpMethod.Post, "faults/rules", new { kind = "busy" });

        reply.Status.Should().Be((int)HttpStatusCode.Conflict);
        emulated.Emulator.Faults.Rules.Should().HaveCount(1000);
    }
}
