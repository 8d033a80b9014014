using System.Net.Http.Headers;
using System.Text.Json;
using CallFlows.Emulator.Tests.Harness;
using CallFlows.Protocol.Rest;
using CallFlows.Protocol.Tests.Fuzzing;
using FsCheck;
using FsCheck.Fluent;

namespace CallFlows.Emulator.Tests.Fuzzing;

public sealed class RestFuzzTests
{
    private const int Tries = 1500;

    private static readonly object Target = new { rawId = "4:" + Emulated.Caller };

    // A body that is right for each operation that takes one.
    private static readonly Dictionary<string, object> Right = new()
    {
        ["CreateCall"] = Bodies.Create(Bodies.Number("+15551230009"), Bodies.User("8:acs:a_b")),
        ["AnswerCall"] = Bodies.Answer("context"),
        ["RejectCall"] = new { incomingCallContext = "context", callRejectReason = "busy" },
        ["RedirectCall"] = new { incomingCallContext = "context", target = Bodies.Number("+15551230009") },
        ["TransferToParticipant"] = new { targetParticipant = Bodies.Number("+15551230009"), transferee = Target, customCallingContext = new { voipHeaders = new { a = "b" }, sipHeaders = new { c = "d" } } },
        ["AddParticipant"] = new { participantToAdd = Bodies.Number("+15551230009"), sourceCallerIdNumber = new { value = Emulated.AppNumber }, invitationTimeoutInSeconds = 5, operationCallbackUri = FakeApp.CallbackUri },
        ["RemoveParticipant"] = new { participantToRemove = Bodies.Number("+15551230009"), operationContext = "c" },
        ["MuteParticipant"] = new { targetParticipants = new[] { Bodies.User("8:acs:a_b") } },
        ["CancelAddParticipant"] = new { invitationId = "i", operationContext = "c" },
        ["Play"] = new { playSources = new[] { Bodies.Text("Hi"), Bodies.File("https://files.example/a.wav"), new { kind = "ssml", ssml = new { ssmlText = "<speak/>" } } }, playTo = new[] { Target }, playOptions = new { loop = false } },
        ["Recognize"] = Bodies.RecognizeChoices("Which?"),
        ["StartContinuousDtmfRecognition"] = new { targetParticipant = Target, operationContext = "c" },
        ["StopContinuousDtmfRecognition"] = new { targetParticipant = Target },
        ["SendDtmfTones"] = new { tones = new[] { "one", "pound" }, targetParticipant = Target },
        ["Hold"] = new { targetParticipant = Target, playSourceInfo = Bodies.Text("Please wait."), operationContext = "c" },
        ["Unhold"] = new { targetParticipant = Target },
        ["StartRecording"] = new { callLocator = new { kind = "serverCallLocator", serverCallId = "s" }, recordingStateCallbackUri = FakeApp.CallbackUri, recordingContentType = "audio", recordingChannelType = "unmixed", recordingFormatType = "wav", audioChannelParticipantOrdering = new[] { Target } },
    };

    private static readonly Gen<string> Names = Gen.Elements(
        "unknown", "%20", "%00", "%2F", "%2e%2e", "..", "é", "%ff", "%C3%A9", "a%3Ab", ":play", "'", "%25", new string('x', 3000), "8:acs:a_b", "4:+15551230001");

    [Fact]
    public async Task Request_OfAnyOperationWithAWrongBody_IsAnsweredClearly()
    {
        await using Emulated emulated = await Emulated.StartAsync(options => options.Prompts.FetchFiles = false);
        string id = await emulated.ConnectedAsync();
        string serverCallId = (await emulated.GetAsync($"callConnections/{id}")).Body.GetProperty("serverCallId").GetString()!;
        Gen<(CallAutomationOperation Operation, string Body)> requests =
            from operation in Gen.Elements(CallAutomationOperations.All.Where(operation => operation.Method != "GET" && operation.Name is not ("Terminate" or "HangUp")))
            from body in JsonMutations.Of(JsonSerializer.Serialize(Right.GetValueOrDefault(operation.Name, new { operationContext = "c" })))
            select (operation, body.Replace("\"s\"", $"\"{serverCallId}\"", StringComparison.Ordinal));

        foreach ((CallAutomationOperation operation, string body) in requests.Sample(Tries, Tries))
        {
            RestReply reply = await emulated.SendAsync(new HttpMethod(operation.Method), Path(operation, id), body, repeatability: Guid.NewGuid()).Guarded();

            Judge(reply, $"{operation.Name} {Short(body)}");
        }

        await StillServesAsync(emulated);
    }

    [Fact]
    public async Task Request_ToAnyPath_IsAnsweredClearly()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        Gen<(string Method, string Path, string Version)> requests =
            from operation in Gen.Elements<CallAutomationOperation>(CallAutomationOperations.All)
            from method in Gen.Frequency((4, Gen.Constant(operation.Method)), (1, Gen.Elements("GET", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "BREW")))
            from name in Names
            from tail in Gen.Elements("", "", "/", "/x", ":", "?", "//")
            from version in Gen.Elements("2025-05-15", "", "x", "2099-01-01", "%00", new string('9', 100), "a&api-version=b")
            select (method, Path(operation, name) + tail, version);

        foreach ((string method, string path, string version) in requests.Sample(Tries, Tries))
        {
            RestReply reply = await emulated.SendAsync(new HttpMethod(method), path, null, version: version).Guarded();

            // A zero in a path is refused by the web server, before the emulator.
            Judge(reply, $"{method} {Short(path)} {Short(version)}", mayBeEmpty: method == "HEAD" || path.Contains("%00", StringComparison.Ordinal));
        }

        await StillServesAsync(emulated);
    }

    [Fact]
    public async Task Request_WithOddHeaders_IsAnsweredClearly()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();
        string body = JsonSerializer.Serialize(Bodies.Play("Hi"));
        Gen<(string Name, string Value)> headers =
            from name in Gen.Elements(
                "Authorization", "x-ms-date", "x-ms-content-sha256", "Repeatability-Request-ID", "Repeatability-First-Sent", "X-FORWARDED-HOST",
                "Content-Type", "Accept", "x-ms-client-request-id", "User-Agent", "Cookie", "Expect", "Content-Encoding", "Content-Language", "X-Forwarded-For")
            from value in Gen.Elements(
                "", " ", "x", "Bearer", "Bearer ", "Bearer a.b.c", "HMAC-SHA256 ", "HMAC-SHA256 SignedHeaders=x;host&Signature=", "Basic eA==",
                "Tue, 04 Mar 2025 10:20:30 GMT", "00000000-0000-0000-0000-000000000000", "http://[", "//", "a,b", "\"", "%00", "text/plain; charset=x",
                "gzip", new string('h', 5000))
            select (name, value);

        foreach ((string name, string value) in headers.Sample(Tries / 3, Tries / 3))
        {
            RestReply reply = await emulated.SendAsync(HttpMethod.Post, $"callConnections/{id}/participants:add", body, change: request =>
            {
                HttpHeaders all = name.StartsWith("Content-", StringComparison.Ordinal) ? request.Content!.Headers : request.Headers;
                all.Remove(name);
                all.TryAddWithoutValidation(name, value);
            }).Guarded();

            Judge(reply, $"{name}: {Short(value)}");
        }

        await StillServesAsync(emulated);
    }

    private static string Path(CallAutomationOperation operation, string id) => operation.Template["/calling/".Length..]
        .Replace("{callConnectionId}", id, StringComparison.Ordinal)
        .Replace("{participantRawId}", id, StringComparison.Ordinal)
        .Replace("{recordingId}", id, StringComparison.Ordinal);

    private static void Judge(RestReply reply, string request, bool mayBeEmpty = false)
    {
        reply.Status.Should().BeLessThan(500, "{0} was answered {1} {2}", request, reply.Status, reply.Text);
        if (reply.Status < 400 || mayBeEmpty)
            return;
        reply.Text.Should().NotBeEmpty("{0} was answered {1}", request, reply.Status);
        reply.ErrorMessage.Should().NotBeNullOrEmpty("{0} was answered {1}", request, reply.Status);
    }

    private static async Task StillServesAsync(Emulated emulated)
    {
        await emulated.RunAsync(600);
        emulated.Phone("+15551239999").OnRing(Phones.RingBehavior.Answer(TimeSpan.Zero));
        RestReply created = await emulated.PostAsync("callConnections", Bodies.Create(Bodies.Number("+15551239999")));
        await emulated.RunAsync(1);
        emulated.App.EventsOf(created.Body.GetProperty("callConnectionId").GetString()!).Should().Contain("CallConnected");
    }

    private static string Short(string text) => text.Length <= 300 ? text : $"{text[..300]}… ({text.Length} characters)";
}
