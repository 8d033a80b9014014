using System.Text.Json;
using CallFlows.Emulator.Phones;
using CallFlows.Emulator.Tests.Harness;

namespace CallFlows.Emulator.Tests;

public sealed class MoveTests
{
    private const string Second = "+15551230002";
    private const string Third = "+15551230003";
    private const string Version = "2026-03-12";

    private static async Task<string> CallAsync(Emulated emulated, params string[] numbers)
    {
        foreach (string number in numbers)
            emulated.Phone(number).OnRing(RingBehavior.Answer(TimeSpan.FromSeconds(1)));
        RestReply created = await emulated.PostAsync("callConnections", Bodies.Create([.. numbers.Select(Bodies.Number)]));
        await emulated.RunAsync(2);
        return created.Body.GetProperty("callConnectionId").GetString()!;
    }

    private static Task<RestReply> MoveAsync(Emulated emulated, string to, string from, string version, params string[] numbers) => emulated.SendAsync(
        HttpMethod.Post,
        $"callConnections/{to}/participants:moveHere",
        JsonSerializer.Serialize(new { targetParticipants = numbers.Select(Bodies.Number), fromCall = from, operationContext = "move" }),
        Guid.NewGuid(),
        version: version);

    private static async Task<string[]> NumbersInAsync(Emulated emulated, string call) =>
        [.. (await emulated.GetAsync($"callConnections/{call}/participants")).Body.GetProperty("value").EnumerateArray()
            .Select(participant => participant.GetProperty("identifier").GetProperty("rawId").GetString()!)
            .Where(id => id.StartsWith("4:", StringComparison.Ordinal)).Select(id => id[2..]).Order()];

    [Fact]
    public async Task Move_OfTheOnlyOtherParty_JoinsHereAndEndsTheOtherCall()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string first = await CallAsync(emulated, Emulated.Caller);
        string second = await CallAsync(emulated, Second);

        RestReply reply = await MoveAsync(emulated, first, second, Version, Second);
        await emulated.RunAsync(1);

        reply.Status.Should().Be(202, reply.Text);
        reply.Body.GetProperty("fromCall").GetString().Should().Be(second);
        reply.Body.GetProperty("operationContext").GetString().Should().Be("move");
        reply.Body.GetProperty("participants")[0].GetProperty("identifier").GetProperty("rawId").GetString().Should().Be("4:" + Second);
        reply.Headers.Should().ContainKey("Repeatability-Result");
        ReceivedCallback moved = emulated.App.Single("MoveParticipantSucceeded");
        moved.ConnectionId.Should().Be(first);
        moved.Context.Should().Be("move");
        moved.Data.GetProperty("fromCall").GetString().Should().Be(second);
        moved.Data.GetProperty("participant").GetProperty("rawId").GetString().Should().Be("4:" + Second);
        (await NumbersInAsync(emulated, first)).Should().Equal(Emulated.Caller, Second);
        emulated.App.EventsOf(second).Should().EndWith("CallDisconnected");
        emulated.Phone(Second).State.Should().Be(PhoneState.InCall);
    }

    [Fact]
    public async Task Move_OfOneOfSeveral_LeavesTheirCallToTheRest()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string first = await CallAsync(emulated, Emulated.Caller);
        string second = await CallAsync(emulated, Second, Third);

        await MoveAsync(emulated, first, second, Version, Second, "+15550009999");
        await emulated.RunAsync(1);

        emulated.App.Single("MoveParticipantSucceeded").Context.Should().Be("move");
        ReceivedCallback failed = emulated.App.Single("MoveParticipantFailed");
        failed.ConnectionId.Should().Be(first);
        failed.Data.GetProperty("resultInformation").GetProperty("subCode").GetInt32().Should().Be(8522);
        (await NumbersInAsync(emulated, second)).Should().Equal(Third);
        emulated.App.EventsOf(second).Should().EndWith("ParticipantsUpdated");
    }

    [Fact]
    public async Task Move_InAVersionWithoutIt_IsNotSupported()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string first = await CallAsync(emulated, Emulated.Caller);
        string second = await CallAsync(emulated, Second);

        RestReply reply = await MoveAsync(emulated, first, second, "2025-05-15", Second);

        reply.Status.Should().Be(405);
        reply.Text.Should().Contain("8520").And.Contain("2026-03-12");
    }

    [Fact]
    public async Task Move_FromAnUnknownCallOrTheSameOne_IsRefused()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string first = await CallAsync(emulated, Emulated.Caller);

        (await MoveAsync(emulated, first, Guid.NewGuid().ToString(), Version, Second)).Status.Should().Be(404);
        (await MoveAsync(emulated, first, first, Version, Emulated.Caller)).Status.Should().Be(400);
        (await MoveAsync(emulated, first, "", Version, Second)).Status.Should().Be(400);
        (await MoveAsync(emulated, first, Guid.NewGuid().ToString(), Version)).Status.Should().Be(400);
    }

    [Fact]
    public async Task Participants_MoreThanAPage_AreListedPageByPage()
    {
        await using Emulated emulated = await Emulated.StartAsync(options => options.ParticipantsPerPage = 2);
        string call = await CallAsync(emulated, Emulated.Caller, Second, Third);

        List<string> seen = [];
        string? next = $"callConnections/{call}/participants";
        int pages = 0;
        while (next is not null)
        {
            JsonElement page = (await emulated.GetAsync(next)).Body;
            pages++;
            page.GetProperty("value").GetArrayLength().Should().BeLessThanOrEqualTo(2);
            seen.AddRange(page.GetProperty("value").EnumerateArray().Select(one => one.GetProperty("identifier").GetProperty("rawId").GetString()!));
            next = page.TryGetProperty("nextLink", out JsonElement link) ? link.GetString() : null;
        }

        pages.Should().Be(2);
        seen.Should().HaveCount(4).And.OnlyHaveUniqueItems().And.Contain(["4:" + Emulated.Caller, "4:" + Second, "4:" + Third]);
    }
}
