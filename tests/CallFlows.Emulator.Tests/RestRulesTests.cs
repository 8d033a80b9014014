using System.Text.Json;
using CallFlows.Emulator.Tests.Harness;
using CallFlows.Protocol.Rest;
using FsCheck;
using FsCheck.Fluent;

namespace CallFlows.Emulator.Tests;

public sealed class RestRulesTests
{
    private static readonly string[] Posts =
    [
        "callConnections", "callConnections:answer", "callConnections:reject", "callConnections:redirect",
        "callConnections/{0}:transferToParticipant", "callConnections/{0}/participants:add",
        "callConnections/{0}/participants:remove", "callConnections/{0}/participants:mute",
        "callConnections/{0}/participants:cancelAddParticipant", "callConnections/{0}:play", "callConnections/{0}:recognize",
        "callConnections/{0}:startContinuousDtmfRecognition", "callConnections/{0}:stopContinuousDtmfRecognition",
        "callConnections/{0}:sendDtmfTones", "callConnections/{0}:hold", "callConnections/{0}:unhold",
    ];

    [Fact]
    public async Task Request_WrongSignature_IsUnauthorized()
    {
        await using Emulated emulated = await Emulated.StartAsync();

        RestReply reply = await emulated.SendAsync(HttpMethod.Get, "callConnections/x", null, change: request =>
        {
            request.Headers.Remove("x-ms-date");
            request.Headers.Add("x-ms-date", "Tue, 04 Mar 2025 10:20:30 GMT");
        });

        reply.Status.Should().Be(401);
        reply.Text.Should().Be("""{"error":{"code":"7509","message":"HMAC-SHA256 validation failed"}}""");
    }

    [Fact]
    public async Task Request_BodyChangedAfterSigning_IsUnauthorized()
    {
        await using Emulated emulated = await Emulated.StartAsync();

        RestReply reply = await emulated.SendAsync(
            HttpMethod.Post, "callConnections", "{}", change: request => request.Content = new StringContent("{\"a\":1}"));

        reply.Status.Should().Be(401);
    }

    [Fact]
    public async Task Request_SignedForAForwardedHost_IsAccepted()
    {
        await using Emulated emulated = await Emulated.StartAsync();

        RestReply reply = await emulated.SendAsync(HttpMethod.Get, "callConnections/x", null, change: request =>
        {
            request.Headers.Host = "elsewhere.example";
            request.Headers.Add("X-FORWARDED-HOST", emulated.Emulator.Endpoint.ToString());
        });

        reply.Status.Should().Be(404);
    }

    [Fact]
    public async Task Request_UnknownCall_IsNotFoundOnEveryOperation()
    {
        await using Emulated emulated = await Emulated.StartAsync();

        RestReply get = await emulated.GetAsync("callConnections/unknown");
        RestReply hangUp = await emulated.DeleteAsync("callConnections/unknown");
        RestReply play = await emulated.PostAsync("callConnections/unknown:play", Bodies.Play("Hi"));

        new[] { get, hangUp, play }.Should().AllSatisfy(reply =>
        {
            reply.Status.Should().Be(404);
            reply.ErrorCode.Should().Be("8522");
        });
        play.Body.GetProperty("error").GetProperty("target").GetString().Should().Be("/calling/callConnections/unknown:play");
    }

    [Fact]
    public async Task Operations_OfTheService_AreAllServed()
    {
        await using Emulated emulated = await Emulated.StartAsync();

        foreach (CallAutomationOperation operation in (CallAutomationOperation[])[.. CallAutomationOperations.All, .. CallAutomationOperations.Previews])
        {
            string path = operation.Template["/calling/".Length..].Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal);
            RestReply reply = await emulated.SendAsync(
                new HttpMethod(operation.Method), path, operation.Method == "POST" ? "{}" : null, version: operation.Availability.VersionFor(Emulated.Version));

            // Refused for what is missing or unknown, not for the operation.
            reply.ErrorCode.Should().BeOneOf(["8522", "8523"], operation.Name);
            reply.ErrorMessage.Should().NotContain("no operation", operation.Name);
        }
    }

    [Fact]
    public async Task Request_OfNoOperation_SaysSo()
    {
        await using Emulated emulated = await Emulated.StartAsync();

        RestReply reply = await emulated.PostAsync("callConnections/x:dance", new { });

        (reply.Status, reply.ErrorMessage).Should().Be((404, "There is no operation POST at this path."));
    }

    [Theory]
    [InlineData("not a uri")]
    [InlineData("/relative")]
    [InlineData("http://app.example/plain")]
    [InlineData("ftp://app.example/")]
    public async Task Create_BadCallbackUri_IsRefused(string callbackUri)
    {
        await using Emulated emulated = await Emulated.StartAsync();

        RestReply reply = await emulated.PostAsync(
            "callConnections", new { targets = new[] { Bodies.User("8:acs:someone_1") }, callbackUri });

        reply.Status.Should().Be(400);
        reply.ErrorCode.Should().Be("8523");
        reply.ErrorMessage.Should().Contain("CallbackUri");
    }

    [Fact]
    public async Task Create_PlainHttpToThisMachine_IsAccepted()
    {
        await using Emulated emulated = await Emulated.StartAsync();

        RestReply reply = await emulated.PostAsync("callConnections", new
        {
            targets = new[] { Bodies.User("8:acs:someone_1") },
            callbackUri = "http://127.0.0.1:1/callbacks",
        });

        reply.Status.Should().Be(201);
    }

    [Theory]
    [InlineData("""{"callbackUri":"https://a.example/"}""", "targets")]
    [InlineData("""{"callbackUri":"https://a.example/","targets":[{}]}""", "targets[0]")]
    [InlineData("""{"callbackUri":"https://a.example/","targets":[{"phoneNumber":{"value":"+1555"}}]}""", "sourceCallerIdNumber")]
    [InlineData("""{"callbackUri":"https://a.example/","targets":[{"rawId":"8:acs:a_1"}],"sourceCallerIdNumber":{"value":"x"}}""", "sourceCallerIdNumber")]
    [InlineData("""{"targets":"no"}""", "$.targets")]
    [InlineData("[]", "JSON")]
    [InlineData("", "body")]
    public async Task Create_BadBody_NamesWhatIsWrong(string body, string named)
    {
        await using Emulated emulated = await Emulated.StartAsync();

        RestReply reply = await emulated.SendAsync(HttpMethod.Post, "callConnections", body);

        reply.Status.Should().Be(400, reply.Text);
        reply.ErrorCode.Should().Be("8523");
        reply.ErrorMessage.Should().Contain(named);
    }

    [Theory]
    [InlineData("""{"recognizeInputType":"dtmf"}""", "recognizeOptions")]
    [InlineData("""{"recognizeInputType":"tea","recognizeOptions":{"targetParticipant":{"rawId":"4:+15551230001"}}}""", "recognizeInputType")]
    [InlineData("""{"recognizeInputType":"dtmf","recognizeOptions":{"initialSilenceTimeoutInSeconds":301,"targetParticipant":{"rawId":"4:+15551230001"}}}""", "initialSilence")]
    [InlineData("""{"recognizeInputType":"dtmf","recognizeOptions":{"targetParticipant":{"rawId":"4:+15551230001"},"dtmfOptions":{"stopTones":["eleven"]}}}""", "stopTones")]
    [InlineData("""{"recognizeInputType":"choices","recognizeOptions":{"targetParticipant":{"rawId":"4:+15551230001"}}}""", "choices")]
    [InlineData("""{"recognizeInputType":"choices","recognizeOptions":{"targetParticipant":{"rawId":"4:+15551230001"},"choices":[{"label":"a","phrases":["a"],"tone":"one"},{"label":"b","phrases":["b"]}]}}""", "tone")]
    [InlineData("""{"recognizeInputType":"dtmf","recognizeOptions":{"targetParticipant":{"rawId":"4:+1999999"}}}""", "not in the call")]
    public async Task Recognize_BadOptions_AreRefused(string body, string named)
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();

        RestReply reply = await emulated.SendAsync(HttpMethod.Post, $"callConnections/{id}:recognize", body);

        reply.Status.Should().Be(400, reply.Text);
        reply.ErrorMessage.Should().Contain(named);
    }

    [Fact]
    public async Task Request_OnlyOneRepeatabilityHeader_IsRefused()
    {
        await using Emulated emulated = await Emulated.StartAsync();

        RestReply reply = await emulated.SendAsync(HttpMethod.Post, "callConnections/x:terminate", null,
            change: request => request.Headers.Add("Repeatability-Request-ID", Guid.NewGuid().ToString()));

        reply.Status.Should().Be(400);
        reply.ErrorMessage.Should().Contain("Repeatability-First-Sent");
    }

    [Fact]
    public async Task Request_BodyTooLong_IsRefused()
    {
        await using Emulated emulated = await Emulated.StartAsync(options => options.Limits.MaxBodyBytes = 2000);

        RestReply reply = await emulated.SendAsync(HttpMethod.Post, "callConnections", new string(' ', 2001));

        reply.Status.Should().Be(413);
        reply.ErrorCode.Should().Be("8523");
    }

    [Fact]
    public async Task Request_MoreCallsThanTheLimit_IsThrottled()
    {
        await using Emulated emulated = await Emulated.StartAsync(options => options.Limits.MaxCalls = 1);
        await emulated.ConnectedAsync();

        RestReply reply = await emulated.PostAsync("callConnections", Bodies.Create(Bodies.User("8:acs:someone_1")));

        reply.Status.Should().Be(429);
        reply.Headers["Retry-After"].Should().Be("1");
    }

    [Fact]
    public async Task Actions_RequestsThatTookEffect_AreListedWithTheirIds()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();
        Guid repeatability = Guid.NewGuid();

        await emulated.PostAsync($"callConnections/{id}:play", Bodies.Play("Hi", "greeting"));
        await emulated.PostAsync($"callConnections/{id}:play", new { });
        await emulated.GetAsync($"callConnections/{id}");
        await emulated.PostAsync($"callConnections/{id}:terminate", repeatability: repeatability);
        await emulated.PostAsync($"callConnections/{id}:terminate", repeatability: repeatability);
        RestReply actions = await emulated.ControlAsync(HttpMethod.Get, "actions?after=1");

        actions.Body.EnumerateArray().Select(action => action.GetProperty("action").GetString()).Should().Equal("Play", "Terminate");
        actions.Body[0].GetProperty("operationContext").GetString().Should().Be("greeting");
        actions.Body[0].GetProperty("callConnectionId").GetString().Should().Be(id);
        actions.Body[1].GetProperty("repeatabilityRequestId").GetGuid().Should().Be(repeatability);
        actions.Body[1].GetProperty("status").GetInt32().Should().Be(204);
    }

    [Fact]
    public async Task Posts_AnyMutationOfAnyBody_NeverBreakTheEmulator()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();
        string[] bodies = new[]
        {
            Bodies.Create(Bodies.Number(Emulated.Caller)), Bodies.Play("Hi"), Bodies.RecognizeChoices("Hi"), Bodies.RecognizeTones(1),
            new { participantToAdd = Bodies.Number("+1555000"), sourceCallerIdNumber = new { value = "+15559999" } },
            new { targetParticipant = Bodies.Number(Emulated.Caller), tones = new[] { "one" } },
        }.Select(body => JsonSerializer.Serialize(body)).ToArray();
        Gen<(string Path, string Body)> requests =
            from path in Gen.Elements(Posts)
            from body in Gen.Elements(bodies)
            from at in Gen.Choose(0, 400)
            from length in Gen.Choose(0, 30)
            from insert in Gen.Elements("", "null", "[]", "{}", "\"\"", "-1", "1e999", "\u0000", "\"\\ud800\"", "[[[[", "true", ",")
            select (string.Format(path, id), Mutate(body, at, length, insert));

        foreach ((string path, string body) in requests.Sample(400, 400))
        {
            RestReply reply = await emulated.SendAsync(HttpMethod.Post, path, body);

            reply.Status.Should().BeOneOf([200, 201, 202, 204, 400, 404, 409, 412, 429], "{0} {1}: {2}", path, body, reply.Text);
            if (reply.Status >= 400)
                reply.ErrorMessage.Should().NotBeEmpty();
        }
    }

    private static string Mutate(string body, int at, int length, string insert)
    {
        int start = Math.Min(at, body.Length);
        return body[..start] + insert + body[Math.Min(start + length, body.Length)..];
    }
}
