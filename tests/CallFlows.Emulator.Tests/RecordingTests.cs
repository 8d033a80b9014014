using CallFlows.Emulator.Tests.Harness;

namespace CallFlows.Emulator.Tests;

public sealed class RecordingTests
{
    private static async Task<(string CallId, string ServerCallId)> TalkingAsync(Emulated emulated)
    {
        string id = await emulated.ConnectedAsync();
        RestReply call = await emulated.GetAsync($"callConnections/{id}");
        return (id, call.Body.GetProperty("serverCallId").GetString()!);
    }

    private static object Wanted(string serverCallId, string content = "audio", string channel = "unmixed", string format = "wav", bool? pauseOnStart = null) => new
    {
        callLocator = new { kind = "serverCallLocator", serverCallId },
        recordingStateCallbackUri = FakeApp.CallbackUri,
        recordingContentType = content,
        recordingChannelType = channel,
        recordingFormatType = format,
        pauseOnStart,
    };

    [Fact]
    public async Task Recording_Started_IsInactiveThenActiveUnderAConnectionOfItsOwn()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        (string callId, string serverCallId) = await TalkingAsync(emulated);

        RestReply started = await emulated.PostAsync("recordings", Wanted(serverCallId));
        await emulated.RunAsync(2);

        started.Status.Should().Be(200, started.Text);
        started.Body.GetProperty("recordingState").GetString().Should().Be("inactive");
        string recordingId = started.Body.GetProperty("recordingId").GetString()!;
        ReceivedCallback[] changes = [.. emulated.App.Callbacks.Where(callback => callback.Name == "RecordingStateChanged")];
        changes.Select(change => change.Data.GetProperty("state").GetString()).Should().Equal("inactive", "active");
        changes.Should().OnlyContain(change =>
            change.Data.GetProperty("recordingId").GetString() == recordingId
            && change.Data.GetProperty("callConnectionId").GetString() != callId
            && change.Data.GetProperty("serverCallId").GetString() == serverCallId
            && change.Data.GetProperty("eventSource").GetString() == $"calling/recordings/{serverCallId}/{recordingId}/RecordingStateChanged");
        changes[0].Data.GetProperty("startDateTime").GetDateTimeOffset().Should().Be(DateTimeOffset.MinValue);
        (await emulated.GetAsync($"recordings/{recordingId}")).Body.GetProperty("recordingState").GetString().Should().Be("active");
    }

    [Fact]
    public async Task Recording_ThatGoesOn_IsNotForgottenForThoseThatHaveEnded()
    {
        await using Emulated emulated = await Emulated.StartAsync(options => options.Limits.MaxCalls = 2);
        (_, string first) = await TalkingAsync(emulated);
        RestReply created = await emulated.PostAsync("callConnections", Bodies.Create(Bodies.Number("+15551230002")));
        await emulated.RunAsync(5);
        string second = (await emulated.GetAsync($"callConnections/{created.Body.GetProperty("callConnectionId").GetString()}"))
            .Body.GetProperty("serverCallId").GetString()!;
        string lasting = Id(await emulated.PostAsync("recordings", Wanted(first)));
        for (int i = 0; i < 3; i++)
        {
            string ended = Id(await emulated.PostAsync("recordings", Wanted(second)));
            (await emulated.DeleteAsync($"recordings/{ended}")).Status.Should().Be(204);
        }

        await emulated.RunAsync(1);

        (await emulated.GetAsync($"recordings/{lasting}")).Status.Should().Be(200);

        static string Id(RestReply started) => started.Body.GetProperty("recordingId").GetString()!;
    }

    [Fact]
    public async Task Recording_PausedResumedAndStopped_SaysSoEachTime()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        (_, string serverCallId) = await TalkingAsync(emulated);
        string id = (await emulated.PostAsync("recordings", Wanted(serverCallId))).Body.GetProperty("recordingId").GetString()!;
        await emulated.RunAsync(1);

        int[] statuses =
        [
            (await emulated.PostAsync($"recordings/{id}:pause", null)).Status,
            (await RunAsync(emulated)).Status,
            (await emulated.PostAsync($"recordings/{id}:resume", null)).Status,
            (await RunAsync(emulated)).Status,
            (await emulated.DeleteAsync($"recordings/{id}")).Status,
            (await emulated.GetAsync($"recordings/{id}")).Status,
            (await emulated.DeleteAsync($"recordings/{id}")).Status,
        ];
        await emulated.RunAsync(1);

        statuses.Should().Equal(202, 200, 202, 200, 204, 404, 404);
        States(emulated).Should().Equal("inactive", "active", "inactive", "active", "inactive");

        async Task<RestReply> RunAsync(Emulated world)
        {
            await world.RunAsync(1);
            return await world.GetAsync($"recordings/{id}");
        }
    }

    [Fact]
    public async Task Recording_BegunPaused_RecordsWhenItIsResumed()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        (_, string serverCallId) = await TalkingAsync(emulated);

        string id = (await emulated.PostAsync("recordings", Wanted(serverCallId, pauseOnStart: true))).Body.GetProperty("recordingId").GetString()!;
        await emulated.RunAsync(2);
        States(emulated).Should().Equal("inactive");
        await emulated.PostAsync($"recordings/{id}:resume", null);
        await emulated.RunAsync(1);

        States(emulated).Should().Equal("inactive", "active");
    }

    [Fact]
    public async Task Recording_WhenTheCallEnds_EndsToo()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        (string callId, string serverCallId) = await TalkingAsync(emulated);
        string id = (await emulated.PostAsync("recordings", Wanted(serverCallId))).Body.GetProperty("recordingId").GetString()!;
        await emulated.RunAsync(1);

        await emulated.PostAsync($"callConnections/{callId}:terminate", null);
        await emulated.RunAsync(1);

        States(emulated).Should().Equal("inactive", "active", "inactive");
        (await emulated.GetAsync($"recordings/{id}")).Status.Should().Be(404);
    }

    [Fact]
    public async Task Recording_ByConnectionId_IsAnswered202()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        (string callId, _) = await TalkingAsync(emulated);

        RestReply started = await emulated.PostAsync("recordings", new { callConnectionId = callId });

        started.Status.Should().Be(202, started.Text);
    }

    [Fact]
    public async Task Recording_OfACallThatIsRecorded_IsRefused()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        (_, string serverCallId) = await TalkingAsync(emulated);
        await emulated.PostAsync("recordings", Wanted(serverCallId));

        RestReply again = await emulated.PostAsync("recordings", Wanted(serverCallId));

        again.Status.Should().Be(400);
        again.ErrorCode.Should().Be("8559");
    }

    [Theory]
    [InlineData("audioVideo", "unmixed", "mp4")]
    [InlineData("audioVideo", "mixed", "wav")]
    [InlineData("audio", "unmixed", "mp3")]
    [InlineData("audio", "mixed", "mp4")]
    [InlineData("pictures", "mixed", "mp4")]
    public async Task Recording_OfAFormThatThereIsNot_IsRefused(string content, string channel, string format)
    {
        await using Emulated emulated = await Emulated.StartAsync();
        (_, string serverCallId) = await TalkingAsync(emulated);

        RestReply refused = await emulated.PostAsync("recordings", Wanted(serverCallId, content, channel, format));

        refused.Status.Should().Be(400);
        refused.ErrorCode.Should().Be("8523");
        refused.ErrorMessage.Should().Contain("don't go together");
    }

    [Fact]
    public async Task Recording_OfNoCallOrOfTwo_IsRefused()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        (string callId, string serverCallId) = await TalkingAsync(emulated);

        RestReply none = await emulated.PostAsync("recordings", new { recordingStateCallbackUri = FakeApp.CallbackUri });
        RestReply two = await emulated.PostAsync("recordings", new { callConnectionId = callId, callLocator = new { kind = "serverCallLocator", serverCallId } });
        RestReply unknown = await emulated.PostAsync("recordings", Wanted("nobody"));

        none.ErrorMessage.Should().Contain("Exactly one");
        two.ErrorMessage.Should().Contain("Exactly one");
        unknown.Status.Should().Be(404);
    }

    private static IEnumerable<string?> States(Emulated emulated) => emulated.App.Callbacks
        .Where(callback => callback.Name == "RecordingStateChanged")
        .Select(callback => callback.Data.GetProperty("state").GetString());
}
