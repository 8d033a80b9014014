using System.Text.Json;
using CallFlows.Emulator.Tests.Harness;
using CallFlows.Protocol.Tests.Fuzzing;
using FsCheck.Fluent;

namespace CallFlows.Emulator.Tests.Fuzzing;

public sealed class ControlFuzzTests
{
    private const int Tries = 1500;
    private const string Phone = "phones/+15551230001";

    private static readonly (string Method, string Path, object Body)[] Right =
    [
        ("PUT", Phone, new { onRing = "answer", afterSeconds = 2 }),
        ("POST", Phone + "/call", new { to = "+18005550100", displayName = "Ada" }),
        ("POST", Phone + "/press", new { tones = "12#" }),
        ("POST", Phone + "/say", new { text = "yes" }),
        ("PUT", "eventgrid/subscriptions/app", new { endpoint = FakeApp.EventGridUri, schema = "cloudEvents", called = new[] { "+1800*" } }),
        ("PUT", "faults", new { seed = 3, repeatCallback = 0.5, longestCallbackDelay = "00:00:02", actions = new[] { "Play" } }),
        ("POST", "faults/rules", new { kind = "refuseAction", operations = new[] { "Play" }, party = "+1555*", status = 429, retryAfter = "00:00:02", skip = 1, count = 2 }),
        ("POST", "faults/rules", new { kind = "repeatCallback", events = new[] { "PlayCompleted" }, callConnectionId = "c", times = 2 }),
    ];

    [Fact]
    public async Task Request_WithAWrongBody_IsAnsweredClearly()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        var requests =
            from right in Gen.Elements(Right)
            from body in JsonMutations.Of(JsonSerializer.Serialize(right.Body))
            select (right.Method, right.Path, Body: body);

        foreach ((string method, string path, string body) in requests.Sample(Tries, Tries))
        {
            RestReply reply = await emulated.ControlAsync(new HttpMethod(method), path, body).Guarded();

            Judge(reply, $"{method} {path} {Short(body)}");
        }

        (await emulated.ControlAsync(HttpMethod.Get, "")).Status.Should().Be(200);
    }

    [Fact]
    public async Task Request_ToAnyPath_IsAnsweredClearly()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        var requests =
            from method in Gen.Elements("GET", "GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS")
            from room in Gen.Elements("", "phones", "calls", "actions", "deliveries", "faults", "faults/rules", "eventgrid/subscriptions", "nothing")
            from name in Gen.Elements("", "/", "/x", "/%00", "/%2F", "/..", "/é", "/+15551230001", "/8:acs:a_b", "/0", "/-1", "/99999999999999999999", "/" + new string('x', 3000))
            from verb in Gen.Elements("", "", "/heard", "/log", "/answer", "/decline", "/busy", "/hangup", "/press", "/call", "/say", "/validate", "/dance")
            from query in Gen.Elements("", "", "?after=x", "?after=-1", "?after=NaN", "?after=1e400", "?after=", "?wait=x", "?wait=-1", "?wait=NaN", "?after=1&after=2", "?code=x", "?%00=%00")
            select (Method: method, Path: room + name + verb + query);

        foreach ((string method, string path) in requests.Sample(Tries, Tries))
        {
            RestReply reply = await emulated.ControlAsync(new HttpMethod(method), path).Guarded();

            // A zero in a path is refused by the web server, before the emulator.
            Judge(reply, $"{method} {Short(path)}", mayBeEmpty: path.Contains("%00", StringComparison.Ordinal));
        }

        (await emulated.ControlAsync(HttpMethod.Get, "")).Status.Should().Be(200);
    }

    private static void Judge(RestReply reply, string request, bool mayBeEmpty = false)
    {
        reply.Status.Should().BeLessThan(500, "{0} was answered {1}", request, reply.Text);
        if (reply.Status < 400 || mayBeEmpty)
            return;
        reply.Text.Should().NotBeEmpty("{0} was answered {1}", request, reply.Status);
        reply.Body.GetProperty("error").GetString().Should().NotBeNullOrEmpty("{0} was answered {1}", request, reply.Status);
    }

    private static string Short(string text) => text.Length <= 300 ? text : $"{text[..300]}… ({text.Length} characters)";
}
