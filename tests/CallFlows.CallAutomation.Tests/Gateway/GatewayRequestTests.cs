using System.Text;
using System.Text.Json;
using CallFlows.Actions;
using CallFlows.CallAutomation.Gateway;
using CallFlows.CallAutomation.Tests.Support;
using CallFlows.Calls;
using CallFlows.Endpoints;
using CallFlows.Prompts;
using CallFlows.Protocol.Tests.Recordings;
using CallFlows.Recognition;
using CallFlows.Recordings;
using CallFlows.Streams;

namespace CallFlows.CallAutomation.Tests.Gateway;

public sealed class GatewayRequestTests
{
    private const string UserId = "8:acs:11112222-3333-4444-5555-666677778888_0000abcd-0001-4000-8000-000000000001";
    private const string User = $$$$"""{"rawId":"{{{{UserId}}}}","kind":"communicationUser","communicationUser":{"id":"{{{{UserId}}}}"}}""";
    private const string Phone = """{"rawId":"4:+14255550101","kind":"phoneNumber","phoneNumber":{"value":"+14255550101"}}""";
    private const string Connection = """{"callConnectionId":"c9","callConnectionState":"connecting"}""";
    private const string Recording = """{"recordingId":"r1","recordingState":"inactive","recordingKind":"azureCommunicationServices"}""";
    private static readonly CommunicationUser TheUser = CallEndpoint.User(UserId);
    private static readonly PhoneNumber ThePhone = CallEndpoint.Phone("+14255550101");

    [Fact]
    public async Task CreateCall_ToAPhone_HasTheShapeOfTheRecordings()
    {
        GatewayFixture fixture = await SendAsync(
            new CreateCall([ThePhone], CallerId: CallEndpoint.Phone("+14255550199"), DisplayName: "Contoso", Source: TheUser), 201, Connection, callConnectionId: null);

        AssertRequest(fixture, "POST", "/calling/callConnections", $$$$"""
            {"targets":[{{{{Phone}}}}],"sourceCallerIdNumber":{"value":"+14255550199"},"sourceDisplayName":"Contoso","source":{"id":"{{{{UserId}}}}"},
            "operationContext":"op-7","callbackUri":"{{{{fixture.Callback}}}}","callIntelligenceOptions":{"cognitiveServicesEndpoint":"https://ai.example/"}}
            """, repeatable: true);
    }

    [Fact]
    public async Task AnswerCall_WithoutOptions_SendsOnlyWhatItHas()
    {
        GatewayFixture fixture = new(FakeTransport.Always(200, Connection), options => options.CognitiveServicesEndpoint = null);
        await fixture.ExecuteAsync(new AnswerCall("ringing"), callConnectionId: null);

        AssertRequest(fixture, "POST", "/calling/callConnections:answer",
            $$$$"""{"incomingCallContext":"ringing","callbackUri":"{{{{fixture.Callback}}}}","operationContext":"op-7"}""", repeatable: true);
    }

    [Fact]
    public async Task CreateCall_FromATeamsApplicationToTeams_NamesThemInAVersionThatHasIt()
    {
        CreateCall action = new([CallEndpoint.TeamsUser("u1"), CallEndpoint.TeamsApp("a1", TeamsCloud.Gcch)])
        {
            TeamsAppSource = CallEndpoint.TeamsApp("a2"),
            Intelligence = new CallIntelligenceOptions(new Uri("https://other.example/")),
        };

        GatewayFixture fixture = await SendAsync(action, 201, Connection, callConnectionId: null);

        AssertRequest(fixture, "POST", "/calling/callConnections", $$$$"""
            {"targets":[{"rawId":"8:orgid:u1","kind":"microsoftTeamsUser","microsoftTeamsUser":{"userId":"u1","isAnonymous":false,"cloud":"public"}},
            {"rawId":"28:gcch:a1","kind":"microsoftTeamsApp","microsoftTeamsApp":{"appId":"a1","cloud":"gcch"}}],
            "operationContext":"op-7","callbackUri":"{{{{fixture.Callback}}}}","callIntelligenceOptions":{"cognitiveServicesEndpoint":"https://other.example/"},
            "teamsAppSource":{"appId":"a2","cloud":"public"}}
            """, repeatable: true, version: "2026-03-12");
    }

    public static TheoryData<string> ActionsWithAnAddressOfTheirOwn => [.. AddressableActions.Keys];

    private static readonly IReadOnlyDictionary<string, CallAction> AddressableActions = new CallAction[]
    {
        new TransferCall(ThePhone), new AddParticipant(TheUser), new RemoveParticipant(TheUser), new CancelAddParticipant("i1"),
        new MoveParticipants([TheUser], "c2"), new Play(["Hello"]), new Recognize { Kind = RecognitionKind.Dtmf, Participant = TheUser, MaxTones = 1 },
        new StartContinuousDtmfRecognition(TheUser), new StopContinuousDtmfRecognition(TheUser), new SendDtmfTones([Tone.One], ThePhone),
        new Hold(TheUser), new Unhold(TheUser), new StartMediaStreaming(), new StopMediaStreaming(), new StartTranscription(), new StopTranscription(),
        new UpdateTranscription("de-DE"),
    }.ToDictionary(action => action.Name);

    [Theory]
    [MemberData(nameof(ActionsWithAnAddressOfTheirOwn))]
    public async Task Action_WhenAddressesAreRenewed_CarriesTheOneOfNow(string name)
    {
        GatewayFixture usual = new(FakeTransport.Always(202, "{}"));
        GatewayFixture renewing = new(FakeTransport.Always(202, "{}"), options => options.RenewCallbackAddress = true);

        await usual.ExecuteAsync(AddressableActions[name]);
        await renewing.ExecuteAsync(AddressableActions[name]);

        usual.Sent.Body.Should().NotContain("operationCallbackUri");
        using JsonDocument body = JsonDocument.Parse(renewing.Sent.Body!);
        body.RootElement.GetProperty("operationCallbackUri").GetString().Should().Be(renewing.Callback);
    }

    [Fact]
    public async Task Action_WithAnAddressOfItsOwn_CarriesThat()
    {
        FakeTransport transport = FakeTransport.Always(202, null);
        CallGatewayOptions options = new() { ConnectionString = $"endpoint=http://localhost:8080;accesskey={GatewayFixture.Key}", RenewCallbackAddress = true };
        RestCallGateway gateway = new(options, new PlaysElsewhere(), new HttpClient(transport), TimeProvider.System);

        await gateway.ExecuteAsync(Request(new Play(["Hello"])), TestContext.Current.CancellationToken);
        await gateway.ExecuteAsync(Request(new Unhold(TheUser)), TestContext.Current.CancellationToken);

        transport.Requests[0].Body.Should().Contain("\"operationCallbackUri\":\"https://relay.example/flow-1/cf-1\"");
        transport.Requests[1].Body.Should().Contain("\"operationCallbackUri\":\"https://app.example/flow-1\"");

        static CallActionRequest Request(CallAction action) => new("flow-1", "c1", action, "cf-1", Guid.NewGuid(), DateTimeOffset.UnixEpoch);
    }

    private sealed class PlaysElsewhere : ICallbackAddresses
    {
        public Uri For(string instanceId) => new($"https://app.example/{instanceId}");

        public Uri? ForOperation(CallActionRequest request) =>
            request.Action is Play ? new Uri($"https://relay.example/{request.InstanceId}/{request.OperationContext}") : null;
    }

    public static TheoryData<CallLocator, string> Locators => new()
    {
        { CallLocator.ServerCall("s1"), """{"serverCallId":"s1","kind":"serverCallLocator"}""" },
        { CallLocator.GroupCall(Guid.Empty), """{"groupCallId":"00000000-0000-0000-0000-000000000000","kind":"groupCallLocator"}""" },
        { CallLocator.Room("r1"), """{"roomId":"r1","kind":"roomCallLocator"}""" },
    };

    [Theory]
    [MemberData(nameof(Locators))]
    public async Task ConnectCall_OfAnyKind_NamesTheCall(CallLocator locator, string wire)
    {
        GatewayFixture fixture = await SendAsync(new ConnectCall(locator), 200, Connection, callConnectionId: null);

        AssertRequest(fixture, "POST", "/calling/callConnections:connect", $$$$"""
            {"callLocator":{{{{wire}}}},"callbackUri":"{{{{fixture.Callback}}}}","operationContext":"op-7",
            "callIntelligenceOptions":{"cognitiveServicesEndpoint":"https://ai.example/"}}
            """, repeatable: true);
    }

    [Fact]
    public async Task CreateCall_WithAStreamOfSound_HasTheShapeOfTheRecordings()
    {
        GatewayFixture fixture = await SendAsync(
            new CreateCall([TheUser], MediaStreaming: new(new Uri("wss://app.example/sound"))), 201, Connection, callConnectionId: null);

        AssertRequest(fixture, "POST", "/calling/callConnections", $$$$"""
            {"targets":[{{{{User}}}}],"operationContext":"op-7","callbackUri":"{{{{fixture.Callback}}}}","callIntelligenceOptions":{"cognitiveServicesEndpoint":"https://ai.example/"},
            "mediaStreamingOptions":{"transportUrl":"wss://app.example/sound","transportType":"websocket","contentType":"audio","audioChannelType":"mixed","startMediaStreaming":false}}
            """, repeatable: true);
    }

    [Fact]
    public async Task AnswerCall_WithEveryOptionOfItsStreams_SendsThem()
    {
        GatewayFixture fixture = new(FakeTransport.Always(200, Connection), options => options.CognitiveServicesEndpoint = null);
        MediaStreamingOptions sound = new(new Uri("wss://app.example/sound?key=1"), MediaStreamingAudioChannel.Unmixed)
        {
            StartMediaStreaming = true,
            EnableBidirectional = true,
            EnableDtmfTones = true,
            AudioFormat = AudioFormat.Pcm24KMono,
        };
        TranscriptionOptions text = new(new Uri("wss://app.example/text"), "en-US")
        {
            SpeechRecognitionModelEndpointId = "model-1",
            StartTranscription = true,
            EnableIntermediateResults = true,
        };
        await fixture.ExecuteAsync(new AnswerCall("ringing", null, sound, text), callConnectionId: null);

        AssertRequest(fixture, "POST", "/calling/callConnections:answer", $$$$"""
            {"incomingCallContext":"ringing","callbackUri":"{{{{fixture.Callback}}}}","operationContext":"op-7",
            "mediaStreamingOptions":{"transportUrl":"wss://app.example/sound?key=1","transportType":"websocket","contentType":"audio","audioChannelType":"unmixed",
            "startMediaStreaming":true,"enableBidirectional":true,"audioFormat":"pcm24KMono","enableDtmfTones":true},
            "transcriptionOptions":{"transportUrl":"wss://app.example/text","transportType":"websocket","locale":"en-US","speechModelEndpointId":"model-1",
            "startTranscription":true,"enableIntermediateResults":true}}
            """, repeatable: true);
    }

    public static TheoryData<CallAction, string, string> StreamChanges() => new()
    {
        { new StartMediaStreaming(), "startMediaStreaming", """{"operationContext":"op-7"}""" },
        { new StopMediaStreaming(), "stopMediaStreaming", """{"operationContext":"op-7"}""" },
        { new StartTranscription("en-US"), "startTranscription", """{"locale":"en-US","operationContext":"op-7"}""" },
        { new UpdateTranscription("es-ES", "m2"), "updateTranscription", """{"locale":"es-ES","speechModelEndpointId":"m2","operationContext":"op-7"}""" },
        { new StopTranscription(), "stopTranscription", """{"operationContext":"op-7"}""" },
    };

    [Theory]
    [MemberData(nameof(StreamChanges))]
    public async Task Stream_Changed_SendsOnlyWhatItHas(CallAction action, string operation, string body) =>
        AssertRequest(await SendAsync(action, 202), "POST", $"/calling/callConnections/c1:{operation}", body, repeatable: false);

    [Fact]
    public async Task RedirectCall_ToAUser_NamesTheTarget() => AssertRequest(
        await SendAsync(new RedirectCall("ringing", TheUser), 204, null, callConnectionId: null),
        "POST", "/calling/callConnections:redirect", $$$$"""{"incomingCallContext":"ringing","target":{{{{User}}}}}""", repeatable: true);

    [Theory]
    [InlineData(RejectReason.None, "none")]
    [InlineData(RejectReason.Busy, "busy")]
    [InlineData(RejectReason.Forbidden, "forbidden")]
    public async Task RejectCall_ForAReason_NamesIt(RejectReason reason, string wire) => AssertRequest(
        await SendAsync(new RejectCall("ringing", reason), 204, null, callConnectionId: null),
        "POST", "/calling/callConnections:reject", $$$$"""{"incomingCallContext":"ringing","callRejectReason":"{{{{wire}}}}"}""", repeatable: true);

    [Fact]
    public async Task HangUpCall_ForEveryone_Terminates() => AssertRequest(
        await SendAsync(new HangUpCall(ForEveryone: true), 204), "POST", "/calling/callConnections/c1:terminate", null, repeatable: true);

    [Fact]
    public async Task HangUpCall_ForTheAppOnly_Deletes() => AssertRequest(
        await SendAsync(new HangUpCall(ForEveryone: false), 204), "DELETE", "/calling/callConnections/c1", null, repeatable: false);

    [Fact]
    public async Task GetCallProperties_OfACall_Gets() => AssertRequest(
        await SendAsync(new GetCallProperties(), 200, Connection), "GET", "/calling/callConnections/c1", null, repeatable: false);

    [Fact]
    public async Task TransferCall_WithEverything_SendsIt()
    {
        CustomCallingContext context = new()
        {
            SipHeaders = new Dictionary<string, string> { ["User-To-User"] = "12" },
            VoipHeaders = new Dictionary<string, string> { ["Tier"] = "gold" },
        };

        AssertRequest(
            await SendAsync(new TransferCall(ThePhone, TheUser, CallEndpoint.Phone("+14255550199"), context), 202, "{}"),
            "POST", "/calling/callConnections/c1:transferToParticipant",
            $$$$"""
            {"targetParticipant":{{{{Phone}}}},"operationContext":"op-7","transferee":{{{{User}}}},
            "customCallingContext":{"voipHeaders":{"Tier":"gold"},"sipHeaders":{"User-To-User":"12"}},"sourceCallerIdNumber":{"value":"+14255550199"}}
            """, repeatable: true);
    }

    [Fact]
    public async Task AddParticipant_WithATimeout_SendsWholeSeconds() => AssertRequest(
        await SendAsync(new AddParticipant(ThePhone, CallEndpoint.Phone("+14255550199"), InvitationTimeout: TimeSpan.FromSeconds(19.2)), 202, "{}"),
        "POST", "/calling/callConnections/c1/participants:add",
        $$$$"""{"participantToAdd":{{{{Phone}}}},"sourceCallerIdNumber":{"value":"+14255550199"},"invitationTimeoutInSeconds":20,"operationContext":"op-7"}""", repeatable: true);

    [Fact]
    public async Task RemoveParticipant_OfAUser_NamesIt() => AssertRequest(
        await SendAsync(new RemoveParticipant(TheUser), 202, "{}"), "POST", "/calling/callConnections/c1/participants:remove",
        $$$$"""{"participantToRemove":{{{{User}}}},"operationContext":"op-7"}""", repeatable: true);

    [Fact]
    public async Task CancelAddParticipant_OfAnInvitation_NamesIt() => AssertRequest(
        await SendAsync(new CancelAddParticipant("i1"), 202, "{}"), "POST", "/calling/callConnections/c1/participants:cancelAddParticipant",
        """{"invitationId":"i1","operationContext":"op-7"}""", repeatable: true);

    [Fact]
    public async Task MoveParticipants_OfTwo_NamesThemAndTheirCallInAVersionThatHasTheOperation()
    {
        GatewayFixture fixture = await SendAsync(new MoveParticipants([TheUser, ThePhone], "c2"), 202, "{}");

        AssertRequest(
            fixture, "POST", "/calling/callConnections/c1/participants:moveHere",
            $$$$"""{"targetParticipants":[{{{{User}}}},{{{{Phone}}}}],"fromCall":"c2","operationContext":"op-7"}""", repeatable: true, version: "2026-03-12");
    }

    [Fact]
    public async Task GetParticipant_OfAPhone_HasTheRawIdInThePath() => AssertRequest(
        await SendAsync(new GetParticipant(ThePhone), 200, $$$$"""{"identifier":{{{{Phone}}}},"isMuted":false,"isOnHold":true}"""),
        "GET", "/calling/callConnections/c1/participants/4%3A%2B14255550101", null, repeatable: false);

    [Fact]
    public async Task MuteParticipant_OfAUser_NamesOnlyThem() => AssertRequest(
        await SendAsync(new MuteParticipant(TheUser), 200, "{}"), "POST", "/calling/callConnections/c1/participants:mute",
        $$$$"""{"targetParticipants":[{{{{User}}}}],"operationContext":"op-7"}""", repeatable: true);

    [Fact]
    public async Task UnmuteParticipant_OfAUser_IsAskedForInTheLastPreviewThatHasIt() => AssertRequest(
        await SendAsync(new UnmuteParticipant(TheUser), 200, "{}"), "POST", "/calling/callConnections/c1/participants:unmute",
        $$$$"""{"targetParticipants":[{{{{User}}}}],"operationContext":"op-7"}""", repeatable: true, version: "2024-09-01-preview");

    [Fact]
    public async Task Hold_WithMusic_SendsIt() => AssertRequest(
        await SendAsync(new Hold(ThePhone, Prompt.File("https://app.example/m.wav")), 200), "POST", "/calling/callConnections/c1:hold",
        $$$$"""{"targetParticipant":{{{{Phone}}}},"playSourceInfo":{"kind":"file","file":{"uri":"https://app.example/m.wav"}},"operationContext":"op-7"}""",
        repeatable: false);

    [Fact]
    public async Task Unhold_OfAPhone_NamesIt() => AssertRequest(
        await SendAsync(new Unhold(ThePhone), 200), "POST", "/calling/callConnections/c1:unhold",
        $$$$"""{"targetParticipant":{{{{Phone}}}},"operationContext":"op-7"}""", repeatable: false);

    [Fact]
    public async Task SendDtmfTones_ToAPhone_HasTheShapeOfTheRecordings() => AssertRequest(
        await SendAsync(new SendDtmfTones([Tone.One, Tone.Pound, Tone.Asterisk, Tone.A], ThePhone), 202, "{}"),
        "POST", "/calling/callConnections/c1:sendDtmfTones",
        $$$$"""{"tones":["one","pound","asterisk","a"],"targetParticipant":{{{{Phone}}}},"operationContext":"op-7"}""", repeatable: true);

    [Fact]
    public async Task StartContinuousDtmfRecognition_OfAPhone_HasTheShapeOfTheRecordings() => AssertRequest(
        await SendAsync(new StartContinuousDtmfRecognition(ThePhone), 200), "POST", "/calling/callConnections/c1:startContinuousDtmfRecognition",
        $$$$"""{"targetParticipant":{{{{Phone}}}},"operationContext":"op-7"}""", repeatable: false);

    [Fact]
    public async Task StopContinuousDtmfRecognition_OfAPhone_HasTheShapeOfTheRecordings() => AssertRequest(
        await SendAsync(new StopContinuousDtmfRecognition(ThePhone), 200), "POST", "/calling/callConnections/c1:stopContinuousDtmfRecognition",
        $$$$"""{"targetParticipant":{{{{Phone}}}},"operationContext":"op-7"}""", repeatable: false);

    [Fact]
    public async Task Play_ToEveryone_HasTheShapeOfTheRecordings() => AssertRequest(
        await SendAsync(new Play([Prompt.File("https://app.example/p.wav")]), 202), "POST", "/calling/callConnections/c1:play",
        """{"playSources":[{"kind":"file","file":{"uri":"https://app.example/p.wav"}}],"playTo":[],"playOptions":{"loop":false},"operationContext":"op-7"}""",
        repeatable: false);

    [Fact]
    public async Task Play_OfEveryKindOfPrompt_SendsEach()
    {
        Prompt[] prompts =
        [
            new TextPrompt("Hello") { Voice = "en-US-AvaNeural", Locale = "en-US", VoiceKind = VoiceKind.Female, CacheId = "k" },
            new SsmlPrompt("<speak/>") { CustomVoiceEndpointId = "v" },
        ];

        AssertRequest(
            await SendAsync(new Play(prompts, [TheUser], Loop: true, InterruptOther: true), 202), "POST", "/calling/callConnections/c1:play",
            $$$$"""
            {"playSources":[{"kind":"text","playSourceCacheId":"k","text":{"text":"Hello","sourceLocale":"en-US","voiceKind":"female","voiceName":"en-US-AvaNeural"}},
            {"kind":"ssml","ssml":{"ssmlText":"<speak/>","customVoiceEndpointId":"v"}}],"playTo":[{{{{User}}}}],"interruptCallMediaOperation":true,
            "playOptions":{"loop":true},"operationContext":"op-7"}
            """, repeatable: false);
    }

    [Fact]
    public async Task Recognize_OfTones_HasTheShapeOfTheRecordings()
    {
        Recognize action = new()
        {
            Kind = RecognitionKind.Dtmf,
            Participant = TheUser,
            Prompts = [Prompt.File("https://app.example/1.wav"), Prompt.File("https://app.example/2.wav")],
            InterruptPrompt = false,
            MaxTones = 2,
            InterToneTimeout = TimeSpan.FromSeconds(5),
            StopTones = [Tone.Pound],
        };

        AssertRequest(
            await SendAsync(action, 202), "POST", "/calling/callConnections/c1:recognize",
            $$$$"""
            {"recognizeInputType":"dtmf","playPrompts":[{"kind":"file","file":{"uri":"https://app.example/1.wav"}},{"kind":"file","file":{"uri":"https://app.example/2.wav"}}],
            "interruptCallMediaOperation":false,"recognizeOptions":{"interruptPrompt":false,"initialSilenceTimeoutInSeconds":5,"targetParticipant":{{{{User}}}},
            "dtmfOptions":{"interToneTimeoutInSeconds":5,"maxTonesToCollect":2,"stopTones":["pound"]}},"operationContext":"op-7"}
            """, repeatable: false);
    }

    [Fact]
    public async Task Recognize_OfChoices_SendsThem()
    {
        Recognize action = new()
        {
            Kind = RecognitionKind.Choices,
            Participant = TheUser,
            Prompts = ["Yes or no?"],
            InitialSilence = TimeSpan.FromSeconds(8),
            SpeechLanguage = "en-US",
            Choices = [new("yes", ["yes", "sure"], Tone.One), new("no", ["no"])],
        };

        AssertRequest(
            await SendAsync(action, 202), "POST", "/calling/callConnections/c1:recognize",
            $$$$"""
            {"recognizeInputType":"choices","playPrompt":{"kind":"text","text":{"text":"Yes or no?"}},"interruptCallMediaOperation":false,
            "recognizeOptions":{"interruptPrompt":true,"initialSilenceTimeoutInSeconds":8,"targetParticipant":{{{{User}}}},"speechLanguage":"en-US",
            "choices":[{"label":"yes","phrases":["yes","sure"],"tone":"one"},{"label":"no","phrases":["no"]}]},"operationContext":"op-7"}
            """, repeatable: false);
    }

    [Theory]
    [InlineData(RecognitionKind.Speech, "speech", "\"speechOptions\":{\"endSilenceTimeoutInMs\":1500}")]
    [InlineData(RecognitionKind.SpeechOrDtmf, "speechOrDtmf", "\"dtmfOptions\":{\"maxTonesToCollect\":4,\"stopTones\":[]},\"speechOptions\":{\"endSilenceTimeoutInMs\":1500}")]
    public async Task Recognize_OfSpeech_SendsItsOptions(RecognitionKind kind, string wire, string options)
    {
        Recognize action = new() { Kind = kind, Participant = TheUser, EndSilence = TimeSpan.FromSeconds(1.5), MaxTones = 4 };

        AssertRequest(
            await SendAsync(action, 202), "POST", "/calling/callConnections/c1:recognize",
            $$$$"""
            {"recognizeInputType":"{{{{wire}}}}","interruptCallMediaOperation":false,"recognizeOptions":{"interruptPrompt":true,
            "initialSilenceTimeoutInSeconds":5,"targetParticipant":{{{{User}}}},{{{{options}}}}},"operationContext":"op-7"}
            """, repeatable: false);
    }

    [Fact]
    public async Task StartRecording_OfSound_HasTheShapeOfTheRecordings()
    {
        GatewayFixture fixture = await SendAsync(
            new StartRecording("server-1", new RecordingOptions { Channel = RecordingChannel.Unmixed }), 200, Recording);

        AssertRequest(fixture, "POST", "/calling/recordings", $$$$"""
            {"callLocator":{"serverCallId":"server-1","kind":"serverCallLocator"},"recordingStateCallbackUri":"{{{{fixture.Callback}}}}",
            "recordingContentType":"audio","recordingChannelType":"unmixed","recordingFormatType":"wav"}
            """, repeatable: true);
    }

    [Fact]
    public async Task StartRecording_WithEverything_SendsIt()
    {
        GatewayFixture fixture = await SendAsync(
            new StartRecording("server-1", new RecordingOptions
            {
                Content = RecordingContent.AudioVideo,
                Format = RecordingFormat.Mp4,
                ParticipantOrder = [TheUser],
                ChannelAffinity = [new ChannelAffinity(ThePhone, 2)],
                PauseOnStart = true,
                StorageContainer = new Uri("https://storage.example/calls"),
            }), 200, Recording);

        AssertRequest(fixture, "POST", "/calling/recordings", $$$$"""
            {"callLocator":{"serverCallId":"server-1","kind":"serverCallLocator"},"recordingStateCallbackUri":"{{{{fixture.Callback}}}}",
            "recordingContentType":"audioVideo","recordingChannelType":"mixed","recordingFormatType":"mp4",
            "audioChannelParticipantOrdering":[{{{{User}}}}],"channelAffinity":[{"channel":2,"participant":{{{{Phone}}}}}],"pauseOnStart":true,
            "externalStorage":{"recordingStorageKind":"azureBlobStorage","recordingDestinationContainerUrl":"https://storage.example/calls"}}
            """, repeatable: true);
    }

    [Fact]
    public async Task Recording_OfAnId_IsAskedAfterPausedResumedAndStopped()
    {
        AssertRequest(await SendAsync(new GetRecordingState("r/1"), 200, Recording), "GET", "/calling/recordings/r%2F1", null, repeatable: false);
        AssertRequest(await SendAsync(new PauseRecording("r1"), 202), "POST", "/calling/recordings/r1:pause", null, repeatable: false);
        AssertRequest(await SendAsync(new ResumeRecording("r1"), 202), "POST", "/calling/recordings/r1:resume", null, repeatable: false);
        AssertRequest(await SendAsync(new StopRecording("r1"), 204), "DELETE", "/calling/recordings/r1", null, repeatable: false);
    }

    [Fact]
    public async Task CancelAllMedia_OfACall_HasNoBody() => AssertRequest(
        await SendAsync(new CancelAllMedia(), 202), "POST", "/calling/callConnections/c1:cancelAllMediaOperations", null, repeatable: false);

    [Fact]
    public async Task AnyAction_OfACallWithoutItsId_IsRefusedBeforeItIsSent()
    {
        GatewayFixture fixture = new(FakeTransport.Always(202));

        Func<Task> play = () => fixture.ExecuteAsync(new Play(["Hello"]), callConnectionId: null);

        await play.Should().ThrowAsync<ArgumentException>().WithMessage("Play needs a call connection id*");
        fixture.Transport.Requests.Should().BeEmpty();
    }

    private static async Task<GatewayFixture> SendAsync(CallAction action, int status, string? answer = null, string? callConnectionId = "c1")
    {
        GatewayFixture fixture = new(FakeTransport.Always(status, answer));
        await fixture.ExecuteAsync(action, callConnectionId);
        return fixture;
    }

    private static void AssertRequest(GatewayFixture fixture, string method, string path, string? body, bool repeatable, string version = "2025-05-15")
    {
        SentRequest sent = fixture.Sent;
        sent.Method.Should().Be(method);
        sent.Uri.OriginalString.Should().Be($"http://localhost:8080{path}?api-version={version}");
        fixture.SentBody.Should().Be(body is null ? null : JsonShape.Of(Encoding.UTF8.GetBytes(body)));
        sent.Header("Content-Type").Should().Be(body is null ? null : "application/json");
        sent.Header("Repeatability-Request-ID").Should().Be(repeatable ? GatewayFixture.RepeatabilityId : null);
        sent.Header("Repeatability-First-Sent").Should().Be(repeatable ? "Tue, 04 Mar 2025 10:00:00 GMT" : null);
    }
}
