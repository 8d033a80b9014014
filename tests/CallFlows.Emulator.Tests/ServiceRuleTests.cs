using System.Text.Json;
using CallFlows.Emulator.Phones;
using CallFlows.Emulator.Tests.Harness;

namespace CallFlows.Emulator.Tests;

/// <summary>The rules of the service: what it refuses, with which status and code, and where events of one operation go.</summary>
public sealed class ServiceRuleTests
{
    private const string Elsewhere = FakeApp.Host + "/elsewhere";
    private const string Second = "+15551230002";

    private static readonly object Caller = new { rawId = "4:" + Emulated.Caller };

    private static object PlayTo(object target, string context = "aside") => new
    {
        playSources = new[] { Bodies.Text("For your ears only.") },
        playTo = new[] { target },
        operationContext = context,
    };

    private static object Tones(int count = 1) => new { tones = Enumerable.Repeat("one", count), targetParticipant = Caller, operationContext = "tones" };

    private static void ShouldBe(RestReply reply, int status, int code)
    {
        reply.Status.Should().Be(status, reply.Text);
        reply.Body.GetProperty("error").GetProperty("code").GetString().Should().Be(code.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static async Task<string> GroupAsync(Emulated emulated)
    {
        emulated.Phone().OnRing(RingBehavior.Answer(TimeSpan.FromSeconds(1)));
        emulated.Phone(Second).OnRing(RingBehavior.Answer(TimeSpan.FromSeconds(1)));
        RestReply created = await emulated.PostAsync("callConnections", Bodies.Create(Bodies.Number(Emulated.Caller), Bodies.Number(Second)));
        await emulated.RunAsync(2);
        return created.Body.GetProperty("callConnectionId").GetString()!;
    }

    [Fact]
    public async Task WhileSomebodyIsPlayedToAside_OnlyOperationsForAllMayFollow()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();
        (await emulated.PostAsync($"callConnections/{id}:play", PlayTo(Caller))).Status.Should().Be(202);

        ShouldBe(await emulated.PostAsync($"callConnections/{id}:play", PlayTo(Caller)), 412, 8583);
        ShouldBe(await emulated.PostAsync($"callConnections/{id}:sendDtmfTones", Tones()), 412, 8583);
        (await emulated.PostAsync($"callConnections/{id}:play", Bodies.Play("For all."))).Status.Should().Be(202);
        (await emulated.PostAsync($"callConnections/{id}:recognize", Bodies.RecognizeTones(1))).Status.Should().Be(202);
        (await emulated.PostAsync($"callConnections/{id}:startContinuousDtmfRecognition", new { targetParticipant = Caller })).Status.Should().Be(200);
    }

    [Fact]
    public async Task WhileTonesAreSent_NobodyIsPlayedToAside()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();
        (await emulated.PostAsync($"callConnections/{id}:sendDtmfTones", Tones())).Status.Should().Be(202);

        ShouldBe(await emulated.PostAsync($"callConnections/{id}:play", PlayTo(Caller)), 412, 8583);
        ShouldBe(await emulated.PostAsync($"callConnections/{id}:sendDtmfTones", Tones()), 412, 8583);
        await emulated.RunAsync(1);
        (await emulated.PostAsync($"callConnections/{id}:play", PlayTo(Caller))).Status.Should().Be(202, "the tones are sent");
    }

    [Fact]
    public async Task InAGroupCall_AQuestionTakesSomebodyAside()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await GroupAsync(emulated);
        (await emulated.PostAsync($"callConnections/{id}:recognize", Bodies.RecognizeTones(1))).Status.Should().Be(202);

        ShouldBe(await emulated.PostAsync($"callConnections/{id}:recognize", Bodies.RecognizeTones(1)), 412, 8583);
        ShouldBe(await emulated.PostAsync($"callConnections/{id}:play", PlayTo(new { rawId = "4:" + Second })), 412, 8583);
        (await emulated.PostAsync($"callConnections/{id}:play", Bodies.Play("For all."))).Status.Should().Be(202);
    }

    [Fact]
    public async Task WhileEverybodyIsPlayedTo_AnythingMayFollow()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();
        (await emulated.PostAsync($"callConnections/{id}:play", Bodies.Play("For all."))).Status.Should().Be(202);

        (await emulated.PostAsync($"callConnections/{id}:play", PlayTo(Caller))).Status.Should().Be(202);
        (await emulated.PostAsync($"callConnections/{id}:sendDtmfTones", Tones(18))).Status.Should().Be(202);
    }

    [Theory]
    [InlineData("play")]
    [InlineData("recognize")]
    [InlineData("sendDtmfTones")]
    [InlineData("hold")]
    [InlineData("transferToParticipant")]
    [InlineData("/participants:add")]
    [InlineData("/participants:mute")]
    public async Task BeforeTheCallIsEstablished_NothingMayBeDone(string operation)
    {
        await using Emulated emulated = await Emulated.StartAsync();
        emulated.Phone();
        RestReply created = await emulated.PostAsync("callConnections", Bodies.Create(Bodies.Number(Emulated.Caller)));
        string id = created.Body.GetProperty("callConnectionId").GetString()!;
        object body = operation switch
        {
            "play" => Bodies.Play("Hello"),
            "recognize" => Bodies.RecognizeTones(1),
            "sendDtmfTones" => Tones(),
            "hold" => new { targetParticipant = Caller },
            "transferToParticipant" => new { targetParticipant = Bodies.User("8:acs:a_b") },
            "/participants:add" => new { participantToAdd = Bodies.User("8:acs:a_b") },
            _ => new { targetParticipants = new[] { Bodies.User("8:acs:a_b") } },
        };

        ShouldBe(await emulated.PostAsync($"callConnections/{id}{(operation[0] == '/' ? operation : ":" + operation)}", body), 400, 8501);
    }

    [Fact]
    public async Task Tones_TooManyOrToNoPhone_AreRefused()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();
        string self = (await emulated.GetAsync($"callConnections/{id}/participants")).Body.GetProperty("value").EnumerateArray()
            .Select(one => one.GetProperty("identifier").GetProperty("rawId").GetString()!).Single(raw => raw.StartsWith("8:", StringComparison.Ordinal));

        ShouldBe(await emulated.PostAsync($"callConnections/{id}:sendDtmfTones", Tones(0)), 400, 8523);
        ShouldBe(await emulated.PostAsync($"callConnections/{id}:sendDtmfTones", Tones(19)), 400, 8523);
        ShouldBe(await emulated.PostAsync($"callConnections/{id}:sendDtmfTones", new { tones = new[] { "one" }, targetParticipant = Bodies.User(self) }), 400, 8523);
    }

    public static TheoryData<string> BadHeaders => new(
        """{"sipHeaders":{"Subject":"x"}}""",
        """{"sipHeaders":{"X-1":"","X-2":"","X-3":"","X-4":"","X-5":"","X-6":""}}""",
        $$$"""{"sipHeaders":{"X-{{{new string('n', 63)}}}":"x"}}""",
        $$$"""{"sipHeaders":{"User-To-User":"{{{new string('v', 257)}}}"}}""",
        $$$"""{"voipHeaders":{"{{{new string('n', 65)}}}":"x"}}""",
        $$$"""{"voipHeaders":{"n":"{{{new string('v', 1025)}}}"}}""");

    [Theory]
    [MemberData(nameof(BadHeaders))]
    public async Task Headers_BeyondTheLimits_AreRefused(string headers)
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();
        JsonElement customCallingContext = JsonSerializer.Deserialize<JsonElement>(headers);

        ShouldBe(await emulated.PostAsync(
            $"callConnections/{id}/participants:add", new { participantToAdd = Bodies.User("8:acs:a_b"), customCallingContext }), 400, 8523);
        ShouldBe(await emulated.PostAsync(
            $"callConnections/{id}:transferToParticipant", new { targetParticipant = Bodies.User("8:acs:a_b"), customCallingContext }), 400, 8523);
    }

    [Fact]
    public async Task Headers_OfATransfer_ReachTheCalledApp()
    {
        await using Emulated emulated = await Emulated.StartWithAppAsync();
        string id = await emulated.ConnectedAsync();

        await emulated.PostAsync($"callConnections/{id}:transferToParticipant", new
        {
            targetParticipant = Bodies.User("8:acs:app_b"),
            customCallingContext = new { sipHeaders = new Dictionary<string, string> { ["User-To-User"] = "case-12" }, voipHeaders = new { tier = "gold" } },
        });
        await emulated.RunAsync(1);

        JsonElement context = emulated.App.IncomingCalls.Single().GetProperty("customContext");
        context.GetProperty("sipHeaders").GetProperty("User-To-User").GetString().Should().Be("case-12");
        context.GetProperty("voipHeaders").GetProperty("tier").GetString().Should().Be("gold");
    }

    [Theory]
    [InlineData("2025-05-15", 400)]
    [InlineData("2025-08-15-preview", 201)]
    [InlineData("2026-03-12", 201)]
    public async Task TeamsApplication_AsSource_NeedsAVersionThatKnowsIt(string version, int status)
    {
        await using Emulated emulated = await Emulated.StartAsync();
        emulated.Phone("8:orgid:teams-user");

        RestReply created = await emulated.SendAsync(HttpMethod.Post, "callConnections", JsonSerializer.Serialize(new
        {
            targets = new[] { new { microsoftTeamsUser = new { userId = "teams-user" } } },
            callbackUri = FakeApp.CallbackUri,
            teamsAppSource = new { appId = "contoso-app" },
        }), version: version);
        await emulated.RunAsync(1);

        created.Status.Should().Be(status, created.Text);
        if (status == 201)
        {
            created.Body.GetProperty("source").GetProperty("rawId").GetString().Should().Be("28:orgid:contoso-app");
            emulated.Phone("8:orgid:teams-user").State.Should().Be(PhoneState.Ringing);
        }
    }

    [Theory]
    [InlineData("play", "PlayStarted", "PlayCompleted")]
    [InlineData("recognize", "RecognizeFailed")]
    [InlineData("cancelled", "PlayStarted", "PlayCanceled")]
    [InlineData("sendDtmfTones", "SendDtmfTonesCompleted")]
    [InlineData("startContinuousDtmfRecognition", "ContinuousDtmfRecognitionToneReceived")]
    [InlineData("stopContinuousDtmfRecognition", "ContinuousDtmfRecognitionStopped")]
    [InlineData("hold", "HoldFailed")]
    [InlineData("transferToParticipant", "CallTransferFailed")]
    [InlineData("/participants:add", "AddParticipantSucceeded")]
    [InlineData("/participants:cancelAddParticipant", "CancelAddParticipantFailed")]
    [InlineData("/participants:remove", "RemoveParticipantFailed")]
    [InlineData("/participants:moveHere", "MoveParticipantFailed")]
    public async Task Operation_WithAnAddressOfItsOwn_ReportsThereAndNowhereElse(string operation, params string[] events)
    {
        await using Emulated emulated = await Emulated.StartAsync(options => options.Prompts.FailingFiles.Add("https://media.example/bad.wav"));
        string id = await emulated.ConnectedAsync();
        string other = operation == "/participants:moveHere" ? await GroupAsync(emulated, Second) : "";
        emulated.Phone("8:acs:a_b").OnRing(operation[0] == '/' ? RingBehavior.Answer(TimeSpan.FromSeconds(1)) : RingBehavior.Busy);
        if (operation == "stopContinuousDtmfRecognition")
            await emulated.PostAsync($"callConnections/{id}:startContinuousDtmfRecognition", new { targetParticipant = Caller });
        int before = emulated.App.Callbacks.Count;
        string path = operation switch { "cancelled" => ":play", ['/', ..] => operation, _ => ":" + operation };

        RestReply reply = await emulated.SendAsync(
            HttpMethod.Post, $"callConnections/{id}{path}", JsonSerializer.Serialize(Body(operation, other)), version: "2026-03-12");
        if (operation == "cancelled")
        {
            await emulated.RunAsync(0.2);
            await emulated.PostAsync($"callConnections/{id}:cancelAllMediaOperations");
        }

        await emulated.RunAsync(0.5);
        await emulated.Phone().PressAsync(Phones.Tone.One);
        await emulated.RunAsync(20);

        reply.Status.Should().BeInRange(200, 202, reply.Text);
        ReceivedCallback[] mine = [.. emulated.App.Callbacks.Skip(before).Where(callback => callback.Context == "mine")];
        mine.Select(callback => callback.Name).Distinct().Should().Equal(events);
        mine.Should().OnlyContain(callback => callback.Uri == Elsewhere);
        emulated.App.Callbacks.Where(callback => callback.Context != "mine").Should().OnlyContain(callback => callback.Uri == FakeApp.CallbackUri);
    }

    private static async Task<string> GroupAsync(Emulated emulated, string number)
    {
        emulated.Phone(number).OnRing(RingBehavior.Answer(TimeSpan.FromSeconds(1)));
        RestReply created = await emulated.PostAsync("callConnections", Bodies.Create(Bodies.Number(number)));
        await emulated.RunAsync(2);
        return created.Body.GetProperty("callConnectionId").GetString()!;
    }

    private static Dictionary<string, object> Body(string operation, string other)
    {
        Dictionary<string, object> body = new() { ["operationContext"] = "mine", ["operationCallbackUri"] = Elsewhere };
        foreach ((string name, object value) in operation switch
        {
            "play" or "cancelled" => new Dictionary<string, object> { ["playSources"] = new[] { Bodies.Text("Hello, and welcome to this long text.") } },
            "recognize" => new()
            {
                ["recognizeInputType"] = "choices",
                ["recognizeOptions"] = new
                {
                    targetParticipant = Caller,
                    initialSilenceTimeoutInSeconds = 5,
                    choices = new[] { new { label = "two", phrases = new[] { "two" }, tone = "two" } },
                },
            },
            "sendDtmfTones" => new() { ["tones"] = new[] { "one" }, ["targetParticipant"] = Caller },
            "hold" => new() { ["targetParticipant"] = Caller, ["playSourceInfo"] = Bodies.File("https://media.example/bad.wav") },
            "transferToParticipant" => new() { ["targetParticipant"] = Bodies.User("8:acs:a_b") },
            "/participants:add" => new() { ["participantToAdd"] = Bodies.User("8:acs:a_b") },
            "/participants:cancelAddParticipant" => new() { ["invitationId"] = "nobody-knows-it" },
            "/participants:remove" => new() { ["participantToRemove"] = Bodies.User("8:acs:a_b") },
            "/participants:moveHere" => new() { ["targetParticipants"] = new[] { Bodies.User("8:acs:a_b") }, ["fromCall"] = other },
            _ => new() { ["targetParticipant"] = Caller },
        })
            body[name] = value;
        return body;
    }
}
