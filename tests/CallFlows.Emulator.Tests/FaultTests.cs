using System.Net;
using CallFlows.Emulator.Callbacks;
using CallFlows.Emulator.Faults;
using CallFlows.Emulator.Hosting;
using CallFlows.Emulator.Phones;
using CallFlows.Emulator.Tests.Harness;
using Microsoft.Extensions.Options;

namespace CallFlows.Emulator.Tests;

public sealed class FaultTests
{
    [Fact]
    public async Task Callback_HeldUp_IsOvertakenByThoseOfOtherConnectionsOnly()
    {
        await using Emulated emulated = await Emulated.StartAsync(options => options.Faults = new FaultOptions
        {
            Seed = 3,
            DelayCallback = 0.5,
            LongestCallbackDelay = TimeSpan.FromMinutes(1),
        });
        for (int i = 0; i < 10; i++)
        {
            emulated.Phone($"+1555123000{i}").OnRing(RingBehavior.Answer(TimeSpan.Zero));
            await emulated.PostAsync("callConnections", Bodies.Create(Bodies.Number($"+1555123000{i}")));
        }

        await emulated.RunAsync(TimeSpan.FromMinutes(10));

        string[] connections = [.. emulated.App.Callbacks.Select(callback => callback.ConnectionId)];
        connections.Distinct().Should().HaveCount(10);
        connections.Where((id, i) => i > 0 && connections[i - 1] != id).Count().Should().BeGreaterThan(12, "a connection's two callbacks don't stand together");
        emulated.App.Callbacks.GroupBy(callback => callback.ConnectionId).Should().OnlyContain(
            own => own.Select(callback => callback.Event.GetProperty("time").GetDateTimeOffset()).SequenceEqual(
                own.Select(callback => callback.Event.GetProperty("time").GetDateTimeOffset()).Order()));
    }

    [Fact]
    public async Task Deliveries_OfCallbacksThatWereTaken_AreLoggedWithoutTheirSecrets()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        emulated.App.AnswerCallback = callback => callback.Name == "ParticipantsUpdated" ? HttpStatusCode.NotFound : null;
        emulated.Phone().OnRing(RingBehavior.Answer(TimeSpan.Zero));
        await emulated.PostAsync("callConnections", Bodies.Create(Bodies.Number(Emulated.Caller)));
        await emulated.RunAsync(10);

        DeliveryLogEntry entry = emulated.Emulator.Deliveries.Entries.Should().ContainSingle().Subject;

        ReceivedCallback connected = emulated.App.Single("CallConnected");
        entry.Should().Be(new DeliveryLogEntry(
            1, connected.At, connected.Event.GetProperty("id").GetString()!, "Microsoft.Communication.CallConnected", connected.ConnectionId, "/callbacks", 200));
        RestReply listed = await emulated.ControlAsync(HttpMethod.Get, "deliveries?after=0");
        listed.Body[0].GetProperty("eventId").GetString().Should().Be(entry.EventId);
        (await emulated.ControlAsync(HttpMethod.Get, "deliveries?after=1")).Body.GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task Callback_TriedForLong_WaitsNoLongerThanItMay()
    {
        await using Emulated emulated = await Emulated.StartAsync(options =>
        {
            options.Callbacks.MaxAttempts = 6;
            options.Callbacks.LongestRetryDelay = TimeSpan.FromSeconds(3);
        });
        emulated.App.AnswerCallback = callback => callback.Name == "CallConnected" ? HttpStatusCode.BadGateway : null;
        emulated.Phone().OnRing(RingBehavior.Answer(TimeSpan.Zero));

        await emulated.PostAsync("callConnections", Bodies.Create(Bodies.Number(Emulated.Caller)));
        await emulated.RunAsync(100);

        DateTimeOffset[] tries = [.. emulated.App.Callbacks.Where(callback => callback.Name == "CallConnected").Select(callback => callback.At)];
        tries.Zip(tries.Skip(1), (one, next) => (next - one).TotalSeconds).Should().Equal(1, 2, 3, 3, 3);
    }

    [Fact]
    public async Task Action_AnsweredWithAFailure_TookEffectAndIsKnownByItsId()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        await emulated.ControlAsync(HttpMethod.Put, "faults", new { failAnswer = 1 });
        Guid id = Guid.NewGuid();

        RestReply failed = await emulated.PostAsync("callConnections", Bodies.Create(Bodies.Number(Emulated.Caller)), id);
        await emulated.ControlAsync(HttpMethod.Delete, "faults");
        RestReply again = await emulated.PostAsync("callConnections", Bodies.Create(Bodies.Number(Emulated.Caller)), id);

        (failed.Status, again.Status).Should().Be((500, 201));
        emulated.Emulator.Actions.Entries.Should().ContainSingle();
    }

    [Fact]
    public async Task Action_ItsAnswerIsLost_TookEffect()
    {
        await using Emulated emulated = await Emulated.StartAsync(options => options.Faults = new FaultOptions { LoseAnswer = 1 });

        Func<Task> create = () => emulated.PostAsync("callConnections", Bodies.Create(Bodies.Number(Emulated.Caller)));

        await create.Should().ThrowAsync<HttpRequestException>();
        emulated.Emulator.Actions.Entries.Should().ContainSingle();
    }

    [Fact]
    public async Task Action_TurnedAway_HadNoEffect()
    {
        await using Emulated emulated = await Emulated.StartAsync(options => options.Faults = new FaultOptions { RefuseAction = 1, Actions = ["CreateCall"] });

        RestReply reply = await emulated.PostAsync("callConnections", Bodies.Create(Bodies.Number(Emulated.Caller)));

        reply.Status.Should().Be(503);
        emulated.Emulator.Actions.Entries.Should().BeEmpty();
        (await emulated.GetAsync("callConnections/none")).Status.Should().Be(404, "reads are left alone");
    }

    [Theory]
    [InlineData("""{"repeatCallback":2}""", "RepeatCallback is '2'. Allowed: 0 to 1.")]
    [InlineData("""{"loseAnswer":0.6,"failAnswer":0.6}""", "LoseAnswer and FailAnswer add up to more than 1. Allowed: at most 1 together, as an answer is lost or fails.")]
    [InlineData("""{"longestCallbackDelay":"00:00:00"}""", "LongestCallbackDelay is '00:00:00'. Allowed: above 0, up to 01:00:00.")]
    [InlineData("""{"answerDelay":"00:02:00"}""", "AnswerDelay is '00:02:00'. Allowed: above 0, up to 00:01:00.")]
    [InlineData("""{"actions":["Sing"]}""", "Actions has 'Sing', which is no operation. Allowed: names as in the action log, such as Play.")]
    public async Task Faults_BadSetting_IsRefusedAndChangesNothing(string body, string message)
    {
        await using Emulated emulated = await Emulated.StartAsync(options => options.Faults = new FaultOptions { Seed = 5 });

        RestReply reply = await emulated.ControlAsync(HttpMethod.Put, "faults", body);

        reply.Status.Should().Be(400);
        reply.Body.GetProperty("error").GetString().Should().Be(message);
        (await emulated.ControlAsync(HttpMethod.Get, "faults")).Body.GetProperty("seed").GetInt32().Should().Be(5);
    }

    [Fact]
    public async Task Start_BadFaults_IsRefused()
    {
        Func<Task> start = () => CallAutomationEmulator.StartAsync(
            options => options.Faults.DelayCallback = -1, cancellationToken: TestContext.Current.CancellationToken);

        (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Failures
            .Should().Equal("Emulator:Faults:DelayCallback is '-1'. Allowed: 0 to 1.");
    }
}
