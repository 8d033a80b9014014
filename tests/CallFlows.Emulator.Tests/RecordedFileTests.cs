using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using CallFlows.Emulator.Hosting;
using CallFlows.Emulator.Tests.Harness;
using CallFlows.Protocol.Security;

namespace CallFlows.Emulator.Tests;

/// <summary>What is left of a recording: an event of Event Grid, and files that can be fetched and deleted.</summary>
public sealed class RecordedFileTests
{
    private static readonly byte[] Key = Convert.FromBase64String(EmulatorOptions.DevelopmentAccessKey);

    private static async Task<(JsonElement Event, string RecordingId)> RecordedAsync(
        Emulated emulated, double seconds = 3, string content = "audio", string channel = "mixed", string format = "wav", bool pause = false)
    {
        string callId = await emulated.ConnectedAsync();
        string serverCallId = (await emulated.GetAsync($"callConnections/{callId}")).Body.GetProperty("serverCallId").GetString()!;
        RestReply started = await emulated.PostAsync("recordings", new
        {
            callLocator = new { kind = "serverCallLocator", serverCallId },
            recordingContentType = content,
            recordingChannelType = channel,
            recordingFormatType = format,
        });
        string id = started.Body.GetProperty("recordingId").GetString()!;
        await emulated.RunAsync(seconds);
        if (pause)
        {
            await emulated.PostAsync($"recordings/{id}:pause");
            await emulated.RunAsync(60);
            await emulated.PostAsync($"recordings/{id}:resume");
            await emulated.RunAsync(seconds);
        }

        await emulated.DeleteAsync($"recordings/{id}");
        await emulated.RunAsync(9);
        Files(emulated).Should().BeEmpty("files take ten seconds");
        await emulated.RunAsync(2);
        return (Files(emulated).Should().ContainSingle().Subject, id);
    }

    private static JsonElement[] Files(Emulated emulated) => emulated.App.Events("RecordingFileStatusUpdated");

    [Fact]
    public async Task Recording_ThatIsOver_IsAnnouncedWithItsFiles()
    {
        await using Emulated emulated = await Emulated.StartWithAppAsync();

        (JsonElement announced, string recordingId) = await RecordedAsync(emulated);

        announced.GetProperty("subject").GetString().Should().StartWith("/recording/call/").And.EndWith($"/recordingId/{recordingId}");
        JsonElement data = announced.GetProperty("data");
        data.GetProperty("recordingDurationMs").GetDouble().Should().Be(3000);
        data.GetProperty("recordingContentType").GetString().Should().Be("Audio");
        data.GetProperty("recordingChannelType").GetString().Should().Be("Mixed");
        data.GetProperty("recordingFormatType").GetString().Should().Be("Wav");
        data.GetProperty("sessionEndReason").GetString().Should().Be("InitiatorLeft");
        JsonElement chunk = data.GetProperty("recordingStorageInfo").GetProperty("recordingChunks")[0];
        chunk.GetProperty("index").GetInt32().Should().Be(0);
        chunk.GetProperty("endReason").GetString().Should().Be("SessionEnded");
        chunk.GetProperty("contentLocation").GetString().Should().EndWith($"/v1/objects/{chunk.GetProperty("documentId").GetString()}/content/audio");
    }

    [Fact]
    public async Task Recording_ThatEndsWithTheCall_SaysSo()
    {
        await using Emulated emulated = await Emulated.StartWithAppAsync();
        string callId = await emulated.ConnectedAsync();
        await emulated.PostAsync("recordings", new { callConnectionId = callId });
        await emulated.RunAsync(2);

        await emulated.PostAsync($"callConnections/{callId}:terminate");
        await emulated.RunAsync(11);

        JsonElement data = Files(emulated).Should().ContainSingle().Subject.GetProperty("data");
        data.GetProperty("sessionEndReason").GetString().Should().Be("CallEnded");
        data.GetProperty("recordingContentType").GetString().Should().Be("AudioVideo");
        data.GetProperty("recordingFormatType").GetString().Should().Be("Mp4");
    }

    [Fact]
    public async Task Recording_ThatNeverRecorded_LeavesNoFile()
    {
        await using Emulated emulated = await Emulated.StartWithAppAsync();
        string callId = await emulated.ConnectedAsync();
        await emulated.PostAsync("recordings", new { callConnectionId = callId, pauseOnStart = true });
        await emulated.RunAsync(2);

        await emulated.PostAsync($"callConnections/{callId}:terminate");
        await emulated.RunAsync(60);

        Files(emulated).Should().BeEmpty();
    }

    [Theory]
    [InlineData("audio", "mixed", "wav", "audio/wav", 44 + (3 * 32_000))]
    [InlineData("audio", "unmixed", "wav", "audio/wav", 44 + (3 * 64_000))]
    [InlineData("audio", "mixed", "mp3", "audio/mpeg", 84 * 288)]
    [InlineData("audioVideo", "mixed", "mp4", "video/mp4", 24 + 8 + 108)]
    public async Task File_OfEveryForm_HasItsLength(string content, string channel, string format, string mediaType, int length)
    {
        await using Emulated emulated = await Emulated.StartWithAppAsync();
        (JsonElement announced, _) = await RecordedAsync(emulated, 3, content, channel, format);

        using HttpResponseMessage file = await GetAsync(emulated, Chunk(announced, "contentLocation"));

        file.StatusCode.Should().Be(HttpStatusCode.OK);
        file.Content.Headers.ContentType!.MediaType.Should().Be(mediaType);
        byte[] bytes = await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        bytes.Should().HaveCount(length);
    }

    [Fact]
    public async Task File_InRanges_IsTheWholeFile()
    {
        await using Emulated emulated = await Emulated.StartWithAppAsync();
        (JsonElement announced, _) = await RecordedAsync(emulated);
        string location = Chunk(announced, "contentLocation");
        using HttpResponseMessage whole = await GetAsync(emulated, location);
        byte[] bytes = await whole.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        using HttpResponseMessage head = await GetAsync(emulated, location, new RangeHeaderValue(0, 49));
        using HttpResponseMessage rest = await GetAsync(emulated, location, new RangeHeaderValue(50, null));
        using HttpResponseMessage beyond = await GetAsync(emulated, location, new RangeHeaderValue(bytes.Length, null));

        head.StatusCode.Should().Be(HttpStatusCode.PartialContent);
        head.Content.Headers.ContentRange!.Length.Should().Be(bytes.Length);
        byte[] parts = [.. await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), .. await rest.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)];
        parts.Should().Equal(bytes);
        beyond.StatusCode.Should().Be(HttpStatusCode.RequestedRangeNotSatisfiable);
    }

    [Fact]
    public async Task Metadata_OfARecordingWithAPause_TellsOfItAndOfWhoWasThere()
    {
        await using Emulated emulated = await Emulated.StartWithAppAsync();
        (JsonElement announced, _) = await RecordedAsync(emulated, channel: "unmixed", pause: true);

        using HttpResponseMessage answer = await GetAsync(emulated, Chunk(announced, "metadataLocation"));

        JsonElement metadata = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        metadata.GetProperty("chunkDuration").GetDouble().Should().Be(6000);
        metadata.GetProperty("pauseResumeIntervals")[0].GetProperty("duration").GetDouble().Should().Be(60_000);
        metadata.GetProperty("recordingInfo").GetProperty("audioConfiguration").GetProperty("channels").GetInt32().Should().Be(2);
        metadata.GetProperty("participants").EnumerateArray().Select(participant => participant.GetProperty("participantId").GetString())
            .Should().HaveCount(2).And.Contain("4:" + Emulated.Caller);
    }

    [Fact]
    public async Task File_ThatIsDeletedOrTooOld_IsThereNoMore()
    {
        await using Emulated emulated = await Emulated.StartWithAppAsync();
        (JsonElement announced, _) = await RecordedAsync(emulated);
        string location = Chunk(announced, "contentLocation");
        string delete = Chunk(announced, "deleteLocation");

        using HttpResponseMessage deleted = await SendAsync(emulated, HttpMethod.Delete, delete);
        using HttpResponseMessage again = await SendAsync(emulated, HttpMethod.Delete, delete);
        using HttpResponseMessage gone = await GetAsync(emulated, location);

        new[] { deleted, again, gone }.Select(answer => (int)answer.StatusCode).Should().Equal(200, 404, 404);
    }

    [Fact]
    public async Task File_AfterADay_IsKeptNoLonger()
    {
        await using Emulated emulated = await Emulated.StartWithAppAsync();
        (JsonElement announced, _) = await RecordedAsync(emulated);
        await emulated.RunAsync(TimeSpan.FromHours(24));

        using HttpResponseMessage gone = await GetAsync(emulated, Chunk(announced, "contentLocation"));

        gone.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task File_WithoutTheKey_IsRefused()
    {
        await using Emulated emulated = await Emulated.StartWithAppAsync();
        (JsonElement announced, _) = await RecordedAsync(emulated);
        using HttpClient stranger = new();

        using HttpResponseMessage unsigned = await stranger.GetAsync(Chunk(announced, "contentLocation"), TestContext.Current.CancellationToken);
        using HttpResponseMessage undeleted = await stranger.DeleteAsync(Chunk(announced, "deleteLocation"), TestContext.Current.CancellationToken);

        unsigned.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        undeleted.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    private static string Chunk(JsonElement announced, string location) =>
        announced.GetProperty("data").GetProperty("recordingStorageInfo").GetProperty("recordingChunks")[0].GetProperty(location).GetString()!;

    private static Task<HttpResponseMessage> GetAsync(Emulated emulated, string location, RangeHeaderValue? range = null) =>
        SendAsync(emulated, HttpMethod.Get, location, range);

    // As the service's clients do: signed for the resource's host, sent to the location's.
    private static async Task<HttpResponseMessage> SendAsync(Emulated emulated, HttpMethod method, string location, RangeHeaderValue? range = null)
    {
        using HttpClient client = new();
        using HttpRequestMessage request = new(method, location);
        RequestSignature signature = HmacSignature.Sign(
            Key, method.Method, request.RequestUri!.AbsolutePath, "resource.example", DateTimeOffset.UnixEpoch, []);
        request.Headers.Add("x-ms-date", signature.Date);
        request.Headers.Add("x-ms-content-sha256", signature.ContentHash);
        request.Headers.Add("x-ms-host", "resource.example");
        request.Headers.TryAddWithoutValidation("Authorization", signature.Authorization);
        request.Headers.Range = range;
        HttpResponseMessage answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        await emulated.Gate.WaitAsync();
        return answer;
    }
}
