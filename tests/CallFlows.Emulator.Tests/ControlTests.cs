using System.Text.Json;
using CallFlows.Emulator.Phones;
using CallFlows.Emulator.Tests.Harness;

namespace CallFlows.Emulator.Tests;

public sealed class ControlTests
{
    private const string Phone = "phones/+15551230001";

    [Fact]
    public async Task Phone_WholeCallOverHttp_IsDriven()
    {
        await using Emulated emulated = await Emulated.StartWithAppAsync();

        RestReply called = await emulated.ControlAsync(HttpMethod.Post, $"{Phone}/call", new { to = Emulated.AppNumber, displayName = "Ada" });
        await emulated.RunAsync(0.1);
        RestReply answered = await emulated.PostAsync("callConnections:answer", Bodies.Answer(
            emulated.App.IncomingCalls.Single().GetProperty("incomingCallContext").GetString()!));
        await emulated.RunAsync(0.1);
        string id = answered.Body.GetProperty("callConnectionId").GetString()!;
        await emulated.PostAsync($"callConnections/{id}:recognize", Bodies.RecognizeTones(2, prompt: "Enter your code."));
        await emulated.RunAsync(0.1);
        await emulated.ControlAsync(HttpMethod.Post, $"{Phone}/press", new { tones = "4#" });
        RestReply said = await emulated.ControlAsync(HttpMethod.Post, $"{Phone}/say", new { text = "hello" });
        RestReply heard = await emulated.ControlAsync(HttpMethod.Get, $"{Phone}/heard");
        RestReply calls = await emulated.ControlAsync(HttpMethod.Get, "calls");
        RestReply hungUp = await emulated.ControlAsync(HttpMethod.Post, $"{Phone}/hangup");
        await emulated.RunAsync(0.1);

        called.Body.GetProperty("state").GetString().Should().Be("dialling");
        said.Body.GetProperty("state").GetString().Should().Be("inCall");
        heard.Body[0].GetProperty("words").GetString().Should().Be("Enter your code.");
        heard.Body[0].GetProperty("interrupted").GetBoolean().Should().BeTrue();
        calls.Body[0].GetProperty("callConnectionId").GetString().Should().Be(id);
        hungUp.Body.GetProperty("state").GetString().Should().Be("idle");
        emulated.App.EventsOf(id)[^2..].Should().Equal("RecognizeCompleted", "CallDisconnected");
    }

    [Theory]
    [InlineData("answer", PhoneState.InCall)]
    [InlineData("decline", PhoneState.Idle)]
    [InlineData("busy", PhoneState.Idle)]
    public async Task Phone_Ringing_DoesAsItIsTold(string action, PhoneState state)
    {
        await using Emulated emulated = await Emulated.StartAsync();
        await emulated.ControlAsync(HttpMethod.Put, Phone, new { onRing = "ignore" });
        await emulated.PostAsync("callConnections", Bodies.Create(Bodies.Number(Emulated.Caller)));
        await emulated.RunAsync(1);

        RestReply reply = await emulated.ControlAsync(HttpMethod.Post, $"{Phone}/{action}");

        reply.Status.Should().Be(200);
        emulated.Phone().State.Should().Be(state);
    }

    [Fact]
    public async Task Heard_NothingYet_WaitsForNewsWithoutHoldingTheClock()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();

        Task<RestReply> poll = emulated.ControlAsync(HttpMethod.Get, $"{Phone}/heard?after=0&wait=60");
        await emulated.PostAsync($"callConnections/{id}:play", Bodies.Play("News"));
        await emulated.RunAsync(1);
        RestReply news = await poll.Guarded();

        news.Body[0].GetProperty("words").GetString().Should().Be("News");
    }

    [Fact]
    public async Task Heard_NothingComes_AnswersEmptyAfterTheWait()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        await emulated.ConnectedAsync();

        Task<RestReply> poll = emulated.ControlAsync(HttpMethod.Get, $"{Phone}/heard?wait=5");
        // The request may arrive after the clock has moved; moving it on again ends the wait in any case.
        while (!poll.IsCompleted)
            await emulated.RunAsync(5);

        (await poll).Text.Should().Be("[]");
    }

    [Theory]
    [InlineData("POST", "phones/nobody/answer", null, 400)]
    [InlineData("POST", "phones/+15551230001/answer", null, 409)]
    [InlineData("POST", "phones/+15551230001/press", """{"tones":"x"}""", 400)]
    [InlineData("POST", "phones/+15551230001/press", """{"tone":"1"}""", 400)]
    [InlineData("POST", "phones/+15551230001/call", """{"to":"nobody"}""", 400)]
    [InlineData("POST", "phones/+15551230001/say", "{", 400)]
    [InlineData("PUT", "phones/+15551230001", """{"onRing":"dance"}""", 400)]
    [InlineData("PUT", "eventgrid/subscriptions/app", """{"endpoint":"nowhere"}""", 400)]
    [InlineData("DELETE", "eventgrid/subscriptions/app", null, 404)]
    [InlineData("GET", "phones/+15551230001/heard?after=x", null, 400)]
    public async Task Control_BadRequest_SaysWhatIsWrong(string method, string path, string? body, int status)
    {
        await using Emulated emulated = await Emulated.StartAsync();

        RestReply reply = await emulated.ControlAsync(new HttpMethod(method), path, body);

        reply.Status.Should().Be(status, reply.Text);
        reply.Body.GetProperty("error").GetString().Should().NotBeEmpty();
    }

    [Fact]
    public async Task Status_Always_TellsHowToConnect()
    {
        await using Emulated emulated = await Emulated.StartAsync();

        JsonElement status = (await emulated.ControlAsync(HttpMethod.Get, "")).Body;

        status.GetProperty("connectionString").GetString().Should().Be(emulated.Emulator.ConnectionString);
        status.GetProperty("audience").GetString().Should().Be(emulated.Emulator.Audience);
    }
}
