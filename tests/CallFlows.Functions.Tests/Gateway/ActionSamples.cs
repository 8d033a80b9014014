using CallFlows.Actions;
using CallFlows.Calls;
using CallFlows.Endpoints;
using CallFlows.Prompts;
using CallFlows.Recognition;
using CallFlows.Recordings;
using CallFlows.Streams;

namespace CallFlows.Functions.Tests.Gateway;

/// <summary>Every action, with as much and as little as it may have.</summary>
internal static class ActionSamples
{
    public static readonly PhoneNumber Phone = CallEndpoint.Phone("+14255550101");
    public static readonly PhoneNumber CallerId = CallEndpoint.Phone("+14255550199");
    public static readonly CommunicationUser User =
        CallEndpoint.User("8:acs:11112222-3333-4444-5555-666677778888_0000abcd-0001-4000-8000-000000000001");
    public static readonly TeamsUser TeamsUser = CallEndpoint.TeamsUser("0000abcd-0002-4000-8000-000000000002");
    public static readonly TeamsApp TeamsApp = CallEndpoint.TeamsApp("0000abcd-0003-4000-8000-000000000003");
    public static readonly TeamsApp TeamsAppElsewhere = CallEndpoint.TeamsApp("0000abcd-0004-4000-8000-000000000004", TeamsCloud.Gcch);
    public static readonly CallEndpoint ExtensionUser = CallEndpoint.Parse(
        "8:acs:11112222-3333-4444-5555-666677778888_22223333-4444-5555-6666-777788889999_33334444-5555-6666-7777-888899990000");

    private static readonly FilePrompt Music = Prompt.File("https://app.example/music.wav?sig=a%20b");
    private static readonly TextPrompt Words =
        new("Hello") { Voice = "en-US-AvaNeural", Locale = "en-US", VoiceKind = VoiceKind.Female, CacheId = "k", CustomVoiceEndpointId = "v" };
    private static readonly SsmlPrompt Markup = new("<speak/>") { CustomVoiceEndpointId = "v" };
    private static readonly CustomCallingContext SipHeaders = new() { SipHeaders = new Dictionary<string, string> { ["User-To-User"] = "12", ["X-Tier"] = "gold" } };
    private static readonly CustomCallingContext VoipHeaders = new() { VoipHeaders = new Dictionary<string, string> { ["Tier"] = "gold" } };

    private static readonly CustomCallingContext AllHeaders = SipHeaders with { VoipHeaders = VoipHeaders.VoipHeaders };

    private static readonly MediaStreamingOptions Sound = new(new Uri("wss://app.example/sound?key=1"), MediaStreamingAudioChannel.Unmixed)
    {
        StartMediaStreaming = true,
        EnableBidirectional = true,
        EnableDtmfTones = true,
        AudioFormat = AudioFormat.Pcm24KMono,
    };

    private static readonly TranscriptionOptions Text = new(new Uri("wss://app.example/text"), "en-US")
    {
        SpeechRecognitionModelEndpointId = "model-1",
        StartTranscription = true,
        EnableIntermediateResults = true,
    };

    /// <summary>What the official client sends, by a name to show.</summary>
    public static IReadOnlyDictionary<string, CallAction> Sent { get; } = new Dictionary<string, CallAction>
    {
        ["create: to a phone"] = new CreateCall([Phone], CallerId, "Contoso"),
        ["create: to several, as a user"] = new CreateCall([Phone, User, TeamsUser, TeamsAppElsewhere, ExtensionUser], CallerId, Source: User),
        ["create: as a Teams application"] = new CreateCall([TeamsUser]) { TeamsAppSource = TeamsApp },
        ["create: with streams and an AI service of its own"] =
            new CreateCall([User], MediaStreaming: Sound, Transcription: Text) { Intelligence = new CallIntelligenceOptions(new Uri("https://other.example/")) },
        ["create: with streams that have the usual"] =
            new CreateCall([User], MediaStreaming: new(new Uri("wss://app.example/sound")), Transcription: new(new Uri("wss://app.example/text"), "de-DE")),
        ["answer"] = new AnswerCall("ringing"),
        ["answer: as a user, with streams"] = new AnswerCall("ringing", User, Sound, Text),
        ["connect: to a server call"] = new ConnectCall(CallLocator.ServerCall("s1"), Sound, Text),
        ["connect: to a group call"] = new ConnectCall(CallLocator.GroupCall(Guid.Empty)),
        ["connect: to a room"] = new ConnectCall(CallLocator.Room("r1")),
        ["redirect: to a user"] = new RedirectCall("ringing", User),
        ["redirect: to a phone"] = new RedirectCall("ringing", Phone),
        ["redirect: to a user of Teams' phone extension"] = new RedirectCall("ringing", ExtensionUser),
        ["reject: for no reason"] = new RejectCall("ringing", RejectReason.None),
        ["reject: busy"] = new RejectCall("ringing", RejectReason.Busy),
        ["reject: forbidden"] = new RejectCall("ringing", RejectReason.Forbidden),
        ["hang up: for everyone"] = new HangUpCall(ForEveryone: true),
        ["hang up: for the application"] = new HangUpCall(ForEveryone: false),
        ["properties"] = new GetCallProperties(),
        ["participants"] = new GetParticipants(),
        ["participant"] = new GetParticipant(Phone),
        ["transfer: to a user"] = new TransferCall(User),
        ["transfer: to a Teams user"] = new TransferCall(TeamsUser, CustomContext: VoipHeaders),
        ["transfer: with everything"] = new TransferCall(Phone, User, CallerId, AllHeaders),
        ["transfer: to a user of Teams' phone extension"] = new TransferCall(ExtensionUser, Phone, CustomContext: SipHeaders),
        ["add: a user"] = new AddParticipant(User, CallerId, "Contoso", CustomContext: VoipHeaders),
        ["add: a Teams user"] = new AddParticipant(TeamsUser, CustomContext: AllHeaders),
        ["add: a user of Teams' phone extension"] = new AddParticipant(ExtensionUser, CallerId),
        ["add: a phone, for a time"] = new AddParticipant(Phone, CallerId, InvitationTimeout: TimeSpan.FromSeconds(19.2), CustomContext: SipHeaders),
        ["remove"] = new RemoveParticipant(ExtensionUser),
        ["remove: somebody unknown"] = new RemoveParticipant(CallEndpoint.Parse("99:somebody")),
        ["cancel an invitation"] = new CancelAddParticipant("i1"),
        ["move"] = new MoveParticipants([User, Phone], "c2"),
        ["mute"] = new MuteParticipant(User),
        ["play: a file to all"] = new Play([Music]),
        ["play: a text to all"] = new Play(["Hello"]),
        ["play: everything to all, at once and again"] = new Play([Music, Words, Markup], [], Loop: true, InterruptOther: true),
        ["play: to some"] = new Play([Words], [User, Phone], Loop: true),
        ["recognize: keys"] = new Recognize
        {
            Kind = RecognitionKind.Dtmf,
            Participant = Phone,
            Prompts = [Music, Words],
            InterruptPrompt = false,
            InterruptOther = true,
            InitialSilence = TimeSpan.FromSeconds(7.5),
            MaxTones = 2,
            InterToneTimeout = TimeSpan.FromSeconds(4.1),
            StopTones = [Tone.Pound, Tone.A],
        },
        ["recognize: keys, the usual"] = new Recognize { Kind = RecognitionKind.Dtmf, Participant = Phone, MaxTones = 1 },
        ["recognize: speech"] = new Recognize
        {
            Kind = RecognitionKind.Speech,
            Participant = User,
            Prompts = [Markup],
            SpeechLanguage = "en-US",
            SpeechModelEndpointId = "m1",
            EndSilence = TimeSpan.FromMilliseconds(1500.4),
        },
        ["recognize: speech, the usual"] = new Recognize { Kind = RecognitionKind.Speech, Participant = User },
        ["recognize: speech or keys"] = new Recognize
        {
            Kind = RecognitionKind.SpeechOrDtmf,
            Participant = User,
            Prompts = [Words],
            SpeechLanguage = "de-DE",
            SpeechModelEndpointId = "m1",
            EndSilence = TimeSpan.FromSeconds(1),
            MaxTones = 4,
            InterToneTimeout = TimeSpan.FromSeconds(3),
            StopTones = [Tone.Asterisk],
        },
        ["recognize: speech or keys, the usual"] = new Recognize { Kind = RecognitionKind.SpeechOrDtmf, Participant = User, MaxTones = 4 },
        ["recognize: choices"] = new Recognize
        {
            Kind = RecognitionKind.Choices,
            Participant = User,
            Prompts = [Words],
            SpeechLanguage = "en-US",
            SpeechModelEndpointId = "m1",
            Choices = [new("yes", ["yes", "sure"], Tone.One), new("no", ["no"])],
        },
        ["send every key"] = new SendDtmfTones(Enum.GetValues<Tone>(), Phone),
        ["start reporting keys"] = new StartContinuousDtmfRecognition(Phone),
        ["stop reporting keys"] = new StopContinuousDtmfRecognition(User),
        ["hold"] = new Hold(Phone),
        ["hold: with music"] = new Hold(Phone, Music),
        ["unhold"] = new Unhold(User),
        ["cancel all media"] = new CancelAllMedia(),
        ["start streaming"] = new StartMediaStreaming(),
        ["start transcribing"] = new StartTranscription(),
        ["start transcribing: with everything"] = new StartTranscription("en-US", "m1"),
        ["stop transcribing"] = new StopTranscription(),
        ["change a transcription"] = new UpdateTranscription("es-ES"),
        ["change a transcription: with everything"] = new UpdateTranscription("es-ES", "m2"),
        ["record: the usual"] = new StartRecording("server-1", new RecordingOptions()),
        ["record: as MP3"] = new StartRecording("server-1", new RecordingOptions { Format = RecordingFormat.Mp3 }),
        ["record: with everything"] = new StartRecording("server-1", new RecordingOptions
        {
            Content = RecordingContent.AudioVideo,
            Channel = RecordingChannel.Unmixed,
            Format = RecordingFormat.Mp4,
            ParticipantOrder = [User, Phone],
            ChannelAffinity = [new ChannelAffinity(Phone, 2)],
            PauseOnStart = true,
            StorageContainer = new Uri("https://storage.example/calls"),
        }),
        ["recording's state"] = new GetRecordingState("r/1"),
        ["pause recording"] = new PauseRecording("r1"),
        ["resume recording"] = new ResumeRecording("r1"),
        ["stop recording"] = new StopRecording("r1"),
    };

    /// <summary>What the last stable version of the official client cannot send, by a name to show.</summary>
    public static IReadOnlyDictionary<string, CallAction> HandedOn { get; } = new Dictionary<string, CallAction>
    {
        ["unmute"] = new UnmuteParticipant(User),
        ["stop streaming"] = new StopMediaStreaming(),
        ["create: as a Teams application of another cloud"] = new CreateCall([TeamsUser]) { TeamsAppSource = TeamsAppElsewhere },
        ["redirect: to a Teams application"] = new RedirectCall("ringing", TeamsApp),
        ["transfer: to a Teams application"] = new TransferCall(TeamsApp),
        ["transfer: to somebody unknown"] = new TransferCall(CallEndpoint.Parse("99:somebody")),
        ["add: a Teams application"] = new AddParticipant(TeamsApp),
        ["play: to some, at once"] = new Play([Words], [User], InterruptOther: true),
        ["recognize: somebody"] = new Recognize { Kind = RecognitionKind.Speech },
        ["recognize: keys without a number"] = new Recognize { Kind = RecognitionKind.Dtmf, Participant = Phone },
        ["recognize: speech or keys without a number"] = new Recognize { Kind = RecognitionKind.SpeechOrDtmf, Participant = Phone },
    };

    /// <summary>The status and body with which the service accepts an action.</summary>
    public static (int Status, string? Body) AnswerTo(CallAction action) => action switch
    {
        CreateCall => (201, Connection),
        AnswerCall or ConnectCall or GetCallProperties => (200, Connection),
        RedirectCall or RejectCall or HangUpCall or StopRecording => (204, null),
        GetParticipants => (200, """{"value":[]}"""),
        GetParticipant => (200, """{"identifier":{"rawId":"4:+14255550101"},"isMuted":false}"""),
        StartRecording or GetRecordingState => (200, """{"recordingId":"r1","recordingState":"inactive"}"""),
        MuteParticipant or UnmuteParticipant => (200, "{}"),
        StartContinuousDtmfRecognition or StopContinuousDtmfRecognition or CallFlows.Actions.Hold or Unhold => (200, null),
        TransferCall or AddParticipant or RemoveParticipant or CancelAddParticipant or MoveParticipants or SendDtmfTones => (202, "{}"),
        _ => (202, null),
    };

    private const string Connection = """{"callConnectionId":"c9","callConnectionState":"connecting"}""";
}
