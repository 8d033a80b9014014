using System.Text.Json;
using CallFlows.Emulator.Phones;
using CallFlows.Emulator.Streams;
using CallFlows.Emulator.Tests.Harness;
using CallFlows.Protocol.Streaming;
using Microsoft.IdentityModel.JsonWebTokens;

namespace CallFlows.Emulator.Tests;

public sealed class StreamTests
{
    private static object Media(
        string? url, string channel = "mixed", bool start = false, bool? bidirectional = null, bool? tones = null, string? format = null, string transport = "websocket") => new
        {
            transportUrl = url,
            transportType = transport,
            contentType = "audio",
            audioChannelType = channel,
            startMediaStreaming = start,
            enableBidirectional = bidirectional,
            audioFormat = format,
            enableDtmfTones = tones,
        };

    private static object Transcription(string? url, bool? intermediate = null, bool start = false, string locale = "en-US") => new
    {
        transportUrl = url,
        transportType = "websocket",
        locale,
        speechModelEndpointId = "model-1",
        startTranscription = start,
        enableIntermediateResults = intermediate,
    };

    private static async Task<string> ConnectedAsync(Emulated emulated, object? media = null, object? transcription = null)
    {
        emulated.Phone().OnRing(RingBehavior.Answer(TimeSpan.FromSeconds(1)));
        RestReply created = await CreateAsync(emulated, media, transcription);
        created.Status.Should().Be(201, created.Text);
        await emulated.RunAsync(2);
        return created.Body.GetProperty("callConnectionId").GetString()!;
    }

    private static Task<RestReply> CreateAsync(Emulated emulated, object? media, object? transcription) => emulated.PostAsync("callConnections", new
    {
        targets = new[] { Bodies.Number(Emulated.Caller) },
        callbackUri = FakeApp.CallbackUri,
        operationContext = "create",
        sourceCallerIdNumber = new { value = Emulated.AppNumber },
        mediaStreamingOptions = media,
        transcriptionOptions = transcription,
    });

    private static async Task PostAsync(Emulated emulated, string id, string operation, object? body = null)
    {
        RestReply reply = await emulated.PostAsync($"callConnections/{id}:{operation}", body ?? new { operationContext = operation });
        reply.Status.Should().Be(202, reply.Text);
        await emulated.RunAsync(0.2);
    }

    private static string Status(ReceivedCallback callback)
    {
        JsonElement update = callback.Data.TryGetProperty("mediaStreamingUpdate", out JsonElement media) ? media : callback.Data.GetProperty("transcriptionUpdate");
        string[] words = [.. update.EnumerateObject().Select(property => property.Value.GetString()!)];
        return $"{callback.Name}: {string.Join(' ', words)} ({callback.Context}, {callback.Result})";
    }

    private static string[] StreamEvents(Emulated emulated) =>
        [.. emulated.App.Callbacks.Where(callback => callback.Name.StartsWith("MediaStreaming", StringComparison.Ordinal)
            || callback.Name.StartsWith("Transcription", StringComparison.Ordinal)).Select(Status)];

    private static async Task<JsonElement> PropertiesAsync(Emulated emulated, string id) => (await emulated.GetAsync($"callConnections/{id}")).Body;

    [Fact]
    public async Task Media_StartedAndStopped_SaysSoAndSendsAFrameEveryTwentyMilliseconds()
    {
        await using StreamApp app = await StreamApp.StartAsync();
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await ConnectedAsync(emulated, Media(app.Url));
        string before = (await PropertiesAsync(emulated, id)).GetProperty("mediaStreamingSubscription").GetProperty("state").GetString()!;

        await PostAsync(emulated, id, "startMediaStreaming");
        await emulated.RunAsync(0.85);
        JsonElement during = (await PropertiesAsync(emulated, id)).GetProperty("mediaStreamingSubscription");
        await PostAsync(emulated, id, "stopMediaStreaming");
        await emulated.RunAsync(1);
        await app.UntilAsync(streams => streams.Connection.IsClosed);

        StreamEvents(emulated).Should().Equal(
            "MediaStreamingStarted: Audio mediaStreamingStarted subscriptionStarted (startMediaStreaming, 200/0)",
            "MediaStreamingStopped: Audio mediaStreamingStopped subscriptionStopped (stopMediaStreaming, 200/0)");
        before.Should().Be("inactive");
        during.GetProperty("state").GetString().Should().Be("active");
        (await PropertiesAsync(emulated, id)).GetProperty("mediaStreamingSubscription").GetProperty("state").GetString().Should().Be("inactive");
        StreamConnection connection = app.Connection;
        connection.Kinds[0].Should().Be("AudioMetadata");
        JsonElement metadata = connection.Of("AudioMetadata").Single();
        metadata.GetRawText().Should().Be(
            $$"""{"subscriptionId":"{{during.GetProperty("id").GetString()}}","encoding":"PCM","sampleRate":16000,"channels":1,"length":640}""");
        JsonElement[] sound = connection.Of("AudioData");
        sound.Should().HaveCountGreaterThan(45).And.OnlyContain(frame =>
            frame.GetProperty("silent").GetBoolean() && frame.GetProperty("data").GetBytesFromBase64().Length == 640);
        sound.Count(frame => frame.TryGetProperty("participantRawID", out _)).Should().Be(0, "mixed sound is nobody's alone");
        DateTimeOffset[] times = [.. sound.Select(frame => frame.GetProperty("timestamp").GetDateTimeOffset())];
        times.Zip(times.Skip(1), (first, second) => second - first).Should().OnlyContain(gap => gap == TimeSpan.FromMilliseconds(20));
        EmulatedStream stream = emulated.Emulator.Streams.Find(id, EmulatedStreamKind.Media)!;
        stream.FramesSent.Should().Be(connection.Frames.Count);
        (stream.FramesLost, stream.Connections, stream.IsActive).Should().Be((0, 1, false));
    }

    [Fact]
    public async Task Media_Connected_CarriesATokenAndTheCallsIds()
    {
        await using StreamApp app = await StreamApp.StartAsync();
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await ConnectedAsync(emulated, Media(app.Url, start: true));
        await app.UntilAsync(streams => streams.Connections.Count == 1);

        IReadOnlyDictionary<string, string> headers = app.Connection.Headers;
        headers["x-ms-call-connection-id"].Should().Be(id);
        headers["x-ms-call-correlation-id"].Should().Be((await PropertiesAsync(emulated, id)).GetProperty("correlationId").GetString());
        JsonWebToken token = new(headers["Authorization"]["Bearer ".Length..]);
        token.Issuer.Should().Be(emulated.Emulator.Issuer);
        token.Audiences.Should().Equal(emulated.Emulator.Audience);
        (token.ValidTo - token.IssuedAt).Should().Be(TimeSpan.FromHours(24));
        StreamEvents(emulated).Should().Equal("MediaStreamingStarted: Audio mediaStreamingStarted subscriptionStarted (create, 200/0)");
    }

    [Fact]
    public async Task Media_SpeechAndKeys_AreHeardAsLongAsTheyTake()
    {
        await using StreamApp app = await StreamApp.StartAsync();
        await using Emulated emulated = await Emulated.StartAsync();
        await ConnectedAsync(emulated, Media(app.Url, start: true, tones: true));

        await emulated.Phone().SayAsync("fifteen letters");
        await emulated.RunAsync(2);
        await emulated.Phone().PressAsync(Tones.FromKeys("5#"));
        await emulated.RunAsync(1);
        await app.UntilAsync(streams => streams.Connection.Frames.Count > 190);

        bool[] loud = [.. app.Connection.Of("AudioData").Select(frame => !frame.GetProperty("silent").GetBoolean())];
        int[] runs = [.. Runs(loud)];
        runs.Should().HaveCount(2);
        runs[0].Should().BeInRange(50, 51, "15 characters take a second");
        runs[1].Should().BeInRange(10, 11, "each key sounds for a tenth of a second");
        app.Connection.Of("AudioData").Where(frame => !frame.GetProperty("silent").GetBoolean())
            .Should().OnlyContain(frame => frame.GetProperty("data").GetBytesFromBase64().Any(value => value != 0));
        JsonElement[] keys = app.Connection.Of("DtmfData");
        keys.Select(key => key.GetProperty("data").GetString()).Should().Equal("5", "#");
        keys.Should().OnlyContain(key => key.GetProperty("participantRawId").GetString() == "4:" + Emulated.Caller);
    }

    [Fact]
    public async Task Media_OfAPhoneThatPlaysAFile_CarriesItsSamples()
    {
        await using StreamApp app = await StreamApp.StartAsync();
        await using Emulated emulated = await Emulated.StartAsync();
        await ConnectedAsync(emulated, Media(app.Url, start: true));
        short[] samples = [.. Enumerable.Range(0, 3200).Select(i => (short)(i + 1))];

        await emulated.Phone().PlayAudioAsync(Wav.Of(samples, 16000));
        await emulated.RunAsync(1);
        await app.UntilAsync(streams => streams.Connection.Frames.Count > 60);

        byte[] heard = [.. app.Connection.Of("AudioData").SelectMany(frame => frame.GetProperty("data").GetBytesFromBase64())];
        byte[] played = [.. samples.SelectMany(BitConverter.GetBytes)];
        heard.AsSpan().IndexOf(played).Should().BeGreaterThanOrEqualTo(0, "the stream has the file's own rate");
    }

    [Fact]
    public async Task Media_Unmixed_HasFramesOfEachParticipant()
    {
        await using StreamApp app = await StreamApp.StartAsync();
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await ConnectedAsync(emulated, Media(app.Url, channel: "unmixed", start: true, format: "pcm24KMono"));
        emulated.Phone("+15551230002").OnRing(RingBehavior.Answer(TimeSpan.Zero));
        (await emulated.PostAsync($"callConnections/{id}/participants:add", new
        {
            participantToAdd = Bodies.Number("+15551230002"),
            sourceCallerIdNumber = new { value = Emulated.AppNumber },
        })).Status.Should().Be(202);
        await emulated.RunAsync(1);
        int before = (int)emulated.Emulator.Streams.Find(id, EmulatedStreamKind.Media)!.FramesSent;
        await emulated.Phone("+15551230002").SayAsync("hello there");
        await emulated.RunAsync(0.4);
        await app.UntilAsync(streams => streams.Connection.Frames.Count >= before + 38);

        app.Connection.Of("AudioMetadata").Single().GetProperty("length").GetInt32().Should().Be(960);
        JsonElement[] last = app.Connection.Of("AudioData")[^20..];
        last.Should().OnlyContain(frame => frame.GetProperty("data").GetBytesFromBase64().Length == 960);
        last.GroupBy(frame => frame.GetProperty("participantRawID").GetString()).ToDictionary(group => group.Key!, group => group.All(Silent))
            .Should().BeEquivalentTo(new Dictionary<string, bool> { ["4:" + Emulated.Caller] = true, ["4:+15551230002"] = false });
    }

    [Fact]
    public async Task Media_SoundOfTheApp_IsHeardAtThePaceOfTheClock()
    {
        await using StreamApp app = await StreamApp.StartAsync();
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await ConnectedAsync(emulated, Media(app.Url, start: true, bidirectional: true));
        EmulatedStream stream = emulated.Emulator.Streams.Find(id, EmulatedStreamKind.Media)!;
        byte[] sound = new byte[64_000];
        Random.Shared.NextBytes(sound);
        string ofDotNet = System.Text.Encoding.UTF8.GetString(OutStreamingFrame.WriteAudio(sound.AsSpan(0, 32_000)));
        string ofJavaScript = $$$"""{"kind":"audioData","audioData":{"data":"{{{Convert.ToBase64String(sound.AsSpan(32_000))}}}","isSilent":false},"stopAudio":{}}""";

        await app.Connection.SendAsync(ofDotNet);
        await app.Connection.SendAsync(ofJavaScript);
        await stream.UntilAsync(played => played.BytesToPlay == 64_000, TestContext.Current.CancellationToken);
        await emulated.RunAsync(1.5);

        stream.Played.Length.Should().BeInRange(47_000, 49_000, "a second and a half of 32,000 bytes a second");
        stream.Played.ToArray().Should().Equal(sound[..stream.Played.Length]);
        int heard = stream.Played.Length;

        await app.Connection.SendAsync("""{"kind":"stopAudio","stopAudio":{}}""");
        await stream.UntilAsync(stopped => stopped.Stops == 1, TestContext.Current.CancellationToken);
        await emulated.RunAsync(1);

        stream.Played.Length.Should().Be(heard);
        stream.BytesToPlay.Should().Be(0);
    }

    [Theory]
    [InlineData(true, "not json")]
    [InlineData(true, """{"kind":"Novelty"}""")]
    [InlineData(true, """{"kind":"AudioData","audioData":{"data":"!"}}""")]
    [InlineData(true, """{"kind":"AudioData"}""")]
    [InlineData(true, "[]")]
    [InlineData(false, """{"kind":"StopAudio","stopAudio":{}}""")]
    public async Task Media_MessageThatIsOfNoUse_IsIgnoredAndCounted(bool bidirectional, string message)
    {
        await using StreamApp app = await StreamApp.StartAsync();
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await ConnectedAsync(emulated, Media(app.Url, start: true, bidirectional: bidirectional));
        EmulatedStream stream = emulated.Emulator.Streams.Find(id, EmulatedStreamKind.Media)!;

        await app.Connection.SendAsync(message);
        await stream.UntilAsync(ignored => ignored.MessagesIgnored == 1, TestContext.Current.CancellationToken);

        (stream.IsActive, stream.Stops, stream.BytesToPlay).Should().Be((true, 0, 0));
    }

    [Theory]
    [InlineData(401, "authenticationFailure")]
    [InlineData(403, "forbidden")]
    [InlineData(429, "tooManyRequests")]
    [InlineData(400, "badRequest")]
    [InlineData(500, "initialWebSocketConnectionFailed")]
    public async Task Media_AppRefusesTheSocket_Fails(int status, string details)
    {
        await using StreamApp app = await StreamApp.StartAsync();
        app.Refuses = status;
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await ConnectedAsync(emulated, Media(app.Url));

        await PostAsync(emulated, id, "startMediaStreaming");

        StreamEvents(emulated).Should().Equal($"MediaStreamingFailed: Audio mediaStreamingFailed {details} (startMediaStreaming, 500/9999)");
        app.Refuses = null;
        await PostAsync(emulated, id, "startMediaStreaming");
        StreamEvents(emulated)[^1].Should().StartWith("MediaStreamingStarted");
    }

    [Fact]
    public async Task Media_WithoutAnAddress_Fails()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await ConnectedAsync(emulated, Media(null));

        await PostAsync(emulated, id, "startMediaStreaming");

        StreamEvents(emulated).Should().Equal("MediaStreamingFailed: Audio mediaStreamingFailed streamUrlMissing (startMediaStreaming, 500/9999)");
    }

    [Fact]
    public async Task Media_SocketThatBreaks_IsOpenedAgain()
    {
        await using StreamApp app = await StreamApp.StartAsync();
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await ConnectedAsync(emulated, Media(app.Url, start: true));
        EmulatedStream stream = emulated.Emulator.Streams.Find(id, EmulatedStreamKind.Media)!;

        app.Connection.Abort();
        await stream.UntilAsync(broken => !broken.IsActive, TestContext.Current.CancellationToken);
        await emulated.RunAsync(2);
        await app.UntilAsync(streams => streams.Connections is [_, { Frames.Count: > 10 }]);

        StreamEvents(emulated)[1..].Should().Equal(
            "MediaStreamingFailed: Audio mediaStreamingFailed streamConnectionInterrupted (, 500/9999)",
            "MediaStreamingStarted: Audio mediaStreamingStarted streamConnectionReestablished (, 200/0)");
        app.Connections[1].Kinds[0].Should().Be("AudioMetadata");
        stream.Connections.Should().Be(2);
    }

    [Fact]
    public async Task Media_AppThatStaysAway_IsGivenUp()
    {
        await using StreamApp app = await StreamApp.StartAsync();
        await using Emulated emulated = await Emulated.StartAsync(configure: options => options.Streams.MaxReconnects = 2);
        string id = await ConnectedAsync(emulated, Media(app.Url, start: true));
        app.Refuses = 500;
        app.Connection.Abort();
        await emulated.Emulator.Streams.Find(id, EmulatedStreamKind.Media)!.UntilAsync(broken => !broken.IsActive, TestContext.Current.CancellationToken);
        await emulated.RunAsync(10);

        StreamEvents(emulated)[1..].Should().Equal(
            "MediaStreamingFailed: Audio mediaStreamingFailed streamConnectionInterrupted (, 500/9999)",
            "MediaStreamingFailed: Audio mediaStreamingFailed streamConnectionUnsuccessful (, 500/9999)");
    }

    [Fact]
    public async Task Media_AppThatReadsNothing_IsCutOff()
    {
        await using StreamApp app = await StreamApp.StartAsync();
        app.IsDeaf = true;
        await using Emulated emulated = await Emulated.StartAsync(configure: options =>
        {
            options.Streams.SendTimeout = TimeSpan.FromMilliseconds(100);
            options.Streams.MaxReconnects = 0;
            options.Streams.FramesPerTick = 50;
        });
        string id = await ConnectedAsync(emulated, Media(app.Url, start: true, format: "pcm24KMono"));
        EmulatedStream stream = emulated.Emulator.Streams.Find(id, EmulatedStreamKind.Media)!;

        for (int minutes = 0; stream.IsActive && minutes < 60; minutes++)
            await emulated.RunAsync(60);

        stream.IsActive.Should().BeFalse("the buffers of a socket are finite");
        stream.FramesLost.Should().BeGreaterThan(0);
        StreamEvents(emulated)[^1].Should().Be("MediaStreamingFailed: Audio mediaStreamingFailed streamConnectionInterrupted (, 500/9999)");
    }

    [Fact]
    public async Task Stream_CallEnds_ClosesWithoutAnEvent()
    {
        await using StreamApp app = await StreamApp.StartAsync();
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await ConnectedAsync(emulated, Media(app.Url, start: true), Transcription(app.Url, start: true));

        await emulated.Phone().HangUpAsync();
        await emulated.RunAsync(1);
        await app.UntilAsync(streams => streams.Connections.Count == 2 && streams.Connections.All(connection => connection.IsClosed));

        StreamEvents(emulated).Should().HaveCount(2).And.OnlyContain(text => text.Contains("Started: "));
        emulated.App.EventsOf(id)[^1].Should().Be("CallDisconnected");
    }

    [Fact]
    public async Task Transcription_OfASentence_GrowsWordByWordAndIsThenFinal()
    {
        await using StreamApp app = await StreamApp.StartAsync();
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await ConnectedAsync(emulated, transcription: Transcription(app.Url, intermediate: true));

        await PostAsync(emulated, id, "startTranscription", new { locale = "de-DE", operationContext = "start" });
        await emulated.Phone().SayAsync("I want tea");
        await emulated.RunAsync(3);
        await app.UntilAsync(streams => streams.Connection.Frames.Count == 4);

        JsonElement subscription = (await PropertiesAsync(emulated, id)).GetProperty("transcriptionSubscription");
        subscription.GetProperty("state").GetString().Should().Be("active");
        subscription.GetProperty("locale").GetString().Should().Be("de-DE");
        JsonElement metadata = app.Connection.Of("TranscriptionMetadata").Single();
        metadata.GetProperty("subscriptionId").GetString().Should().Be(subscription.GetProperty("id").GetString());
        metadata.GetProperty("locale").GetString().Should().Be("de-DE");
        metadata.GetProperty("callConnectionId").GetString().Should().Be(id);
        metadata.GetProperty("speechRecognitionModelEndpointId").GetString().Should().Be("model-1");
        JsonElement[] results = app.Connection.Of("TranscriptionData");
        results.Select(result => $"{result.GetProperty("resultStatus")}: {result.GetProperty("text")}").Should().Equal(
            "Intermediate: I", "Intermediate: I want", "Final: I want tea");
        JsonElement final = results[^1];
        final.GetProperty("participantRawID").GetString().Should().Be("4:" + Emulated.Caller);
        final.GetProperty("format").GetString().Should().Be("display");
        final.GetProperty("words").EnumerateArray().Select(word => word.GetProperty("text").GetString()).Should().Equal("I", "want", "tea");
        final.GetProperty("words").EnumerateArray().Sum(word => word.GetProperty("duration").GetInt64())
            .Should().Be(final.GetProperty("duration").GetInt64());
    }

    [Fact]
    public async Task Transcription_WithoutIntermediateResults_HasFinalOnes()
    {
        await using StreamApp app = await StreamApp.StartAsync();
        await using Emulated emulated = await Emulated.StartAsync();
        await ConnectedAsync(emulated, transcription: Transcription(app.Url, start: true));

        await emulated.Phone().SayAsync("I want tea");
        await emulated.RunAsync(3);
        await app.UntilAsync(streams => streams.Connection.Frames.Count == 2);

        app.Connection.Of("TranscriptionData").Single().GetProperty("text").GetString().Should().Be("I want tea");
    }

    [Fact]
    public async Task Transcription_UpdatedAndStopped_SaysSo()
    {
        await using StreamApp app = await StreamApp.StartAsync();
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await ConnectedAsync(emulated, transcription: Transcription(app.Url));

        await PostAsync(emulated, id, "startTranscription");
        await PostAsync(emulated, id, "updateTranscription", new { locale = "es-ES", operationContext = "update" });
        string? locale = (await PropertiesAsync(emulated, id)).GetProperty("transcriptionSubscription").GetProperty("locale").GetString();
        await PostAsync(emulated, id, "stopTranscription");

        StreamEvents(emulated).Should().Equal(
            "TranscriptionStarted: transcriptionStarted subscriptionStarted (startTranscription, 200/0)",
            "TranscriptionUpdated: transcriptionUpdated transcriptionLocaleUpdated (update, 200/0)",
            "TranscriptionStopped: transcriptionStopped subscriptionStopped (stopTranscription, 200/0)");
        locale.Should().Be("es-ES");
    }

    [Fact]
    public async Task Transcription_SocketThatBreaks_IsResumed()
    {
        await using StreamApp app = await StreamApp.StartAsync();
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await ConnectedAsync(emulated, transcription: Transcription(app.Url, start: true));
        app.Connection.Abort();
        await emulated.Emulator.Streams.Find(id, EmulatedStreamKind.Transcription)!.UntilAsync(broken => !broken.IsActive, TestContext.Current.CancellationToken);
        await emulated.RunAsync(2);

        StreamEvents(emulated)[1..].Should().Equal(
            "TranscriptionFailed: transcriptionFailed streamConnectionInterrupted (, 500/9999)",
            "TranscriptionStarted: transcriptionResumed streamConnectionReestablished (, 200/0)");
    }

    public static TheoryData<object?, object?, string> BadOptions() => new()
    {
        { Media("ws://app.example/stream"), null, "mediaStreamingOptions.transportUrl" },
        { Media("https://app.example/stream"), null, "mediaStreamingOptions.transportUrl" },
        { Media("wss://app.example/#stream"), null, "mediaStreamingOptions.transportUrl" },
        { Media("wss://app.example/", channel: "stereo"), null, "mediaStreamingOptions.audioChannelType" },
        { Media("wss://app.example/", format: "mp3"), null, "mediaStreamingOptions.audioFormat" },
        { Media("wss://app.example/", transport: "carrier pigeon"), null, "mediaStreamingOptions.transportType" },
        { null, Transcription("wss://app.example/", locale: "English, please"), "transcriptionOptions.locale" },
    };

    [Theory]
    [MemberData(nameof(BadOptions))]
    public async Task Create_WithBadOptions_IsRefusedWithTheirName(object? media, object? transcription, string named)
    {
        await using Emulated emulated = await Emulated.StartAsync();

        RestReply reply = await CreateAsync(emulated, media, transcription);

        reply.Status.Should().Be(400);
        reply.Text.Should().Contain("\"8523\"").And.Contain(named);
    }

    [Theory]
    [InlineData("startMediaStreaming", 405, "8522")]
    [InlineData("stopMediaStreaming", 405, "8522")]
    [InlineData("startTranscription", 405, "8522")]
    [InlineData("stopTranscription", 405, "8522")]
    public async Task Change_OfACallWithoutOptions_IsRefused(string operation, int status, string code)
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();

        RestReply reply = await emulated.PostAsync($"callConnections/{id}:{operation}", new { });

        reply.Status.Should().Be(status);
        reply.Text.Should().Contain(code);
    }

    [Fact]
    public async Task Change_ThatDoesNotFitTheStream_IsRefused()
    {
        await using StreamApp app = await StreamApp.StartAsync();
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await ConnectedAsync(emulated, Media(app.Url), Transcription(app.Url));

        RestReply tooEarly = await emulated.PostAsync($"callConnections/{id}:stopMediaStreaming", new { });
        RestReply notThere = await emulated.PostAsync($"callConnections/{id}:updateTranscription", new { locale = "es-ES" });
        await PostAsync(emulated, id, "startMediaStreaming");
        RestReply twice = await emulated.PostAsync($"callConnections/{id}:startMediaStreaming", new { });

        new[] { tooEarly, notThere, twice }.Should().OnlyContain(reply => reply.Status == 400 && reply.Text.Contains("8585"));
    }

    [Fact]
    public async Task Stop_WhileTheStreamIsBeingStopped_IsRefused()
    {
        await using StreamApp app = await StreamApp.StartAsync();
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await ConnectedAsync(emulated, Media(app.Url, start: true));

        RestReply first = await emulated.PostAsync($"callConnections/{id}:stopMediaStreaming", new { });
        RestReply second = await emulated.PostAsync($"callConnections/{id}:stopMediaStreaming", new { });

        (first.Status, second.Status).Should().Be((202, 400));
    }

    [Fact]
    public async Task ControlApi_OfAPhoneThatPlays_TellsOfTheStream()
    {
        await using StreamApp app = await StreamApp.StartAsync();
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await ConnectedAsync(emulated, Media(app.Url, start: true));

        RestReply played = await emulated.ControlAsync(
            HttpMethod.Post, $"phones/{Uri.EscapeDataString(Emulated.Caller)}/play", new { wav = Wav.Of(new short[1600], 16000) });
        RestReply bad = await emulated.ControlAsync(HttpMethod.Post, $"phones/{Uri.EscapeDataString(Emulated.Caller)}/play", new { wav = "AAAA" });
        RestReply none = await emulated.ControlAsync(HttpMethod.Post, $"phones/{Uri.EscapeDataString(Emulated.Caller)}/play", new { });
        RestReply streams = await emulated.ControlAsync(HttpMethod.Get, "streams");

        (played.Status, bad.Status, none.Status).Should().Be((200, 400, 400));
        emulated.Phone().Log[^1].Should().Match<PhoneLogEntry>(entry => entry.Kind == PhoneLogKind.PlayedAudio && entry.Text == "00:00:00.1000000");
        JsonElement stream = streams.Body.EnumerateArray().Single();
        stream.GetProperty("callConnectionId").GetString().Should().Be(id);
        stream.GetProperty("kind").GetString().Should().Be("media");
        stream.GetProperty("isActive").GetBoolean().Should().BeTrue();
    }

    private static bool Silent(JsonElement frame) => frame.GetProperty("silent").GetBoolean();

    private static IEnumerable<int> Runs(bool[] values)
    {
        int length = 0;
        foreach (bool value in values.Append(false))
        {
            if (value)
            {
                length++;
                continue;
            }

            if (length > 0)
                yield return length;
            length = 0;
        }
    }
}
