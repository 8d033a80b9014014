using CallFlows.Emulator.Tests.Harness;

namespace CallFlows.Emulator.Tests.Fidelity;

/// <summary>Request bodies with the properties of the recorded ones, in their order.</summary>
internal static class RecordedBodies
{
    public const string Creator = "8:acs:app_creator";
    public const string Answerer = "8:acs:app_answerer";
    public const string Third = "8:acs:app_third";
    public const string CreatorNumber = "+18005550199";
    public const string GoodFile = "https://media.example/prompt.wav";
    public const string BadFile = "https://media.example/bad.wav";

    private static readonly object AppNumber = new
    {
        kind = "phoneNumber",
        rawId = "4:" + Emulated.AppNumber,
        phoneNumber = new { value = Emulated.AppNumber, isAnonymous = false },
    };

    private static readonly object NoHeaders = new { voipHeaders = new { }, sipHeaders = new { } };

    public static object User(string id) => new { kind = "communicationUser", rawId = id, communicationUser = new { id } };

    /// <summary>Of a media action: without a kind.</summary>
    public static object UserInCall(string id) => new { rawId = id, communicationUser = new { id } };

    public static object NumberInCall(string number) => new { rawId = "4:" + number, phoneNumber = new { value = number, isAnonymous = false } };

    public static object File(string uri) => new { kind = "file", file = new { uri } };

    public static object Create(string? context) => new
    {
        targets = new[] { User(Answerer) },
        source = new { id = Creator },
        operationContext = context,
        callbackUri = FakeApp.CallbackUri,
        customCallingContext = NoHeaders,
    };

    public static object CreateToNumber() => new
    {
        targets = new[] { AppNumber },
        sourceCallerIdNumber = new { value = CreatorNumber, isAnonymous = false },
        source = new { id = Creator },
        callbackUri = FakeApp.CallbackUri,
        customCallingContext = NoHeaders,
    };

    public static object CreateToNumberStreaming(string url) => new
    {
        targets = new[] { AppNumber },
        sourceCallerIdNumber = new { value = CreatorNumber, isAnonymous = false },
        source = new { id = Creator },
        callbackUri = FakeApp.CallbackUri,
        customCallingContext = NoHeaders,
        mediaStreamingOptions = new
        {
            transportUrl = url,
            transportType = "websocket",
            contentType = "audio",
            audioChannelType = "mixed",
            startMediaStreaming = false,
        },
    };

    public static object CreateWithSpeech() => new
    {
        targets = new[] { UserInCall(Answerer) },
        source = new { id = Creator },
        callbackUri = FakeApp.CallbackUri,
        callIntelligenceOptions = new { cognitiveServicesEndpoint = "https://speech.example" },
    };

    public static Func<string, object> Answer(string? context, string by = Answerer) => incoming => new
    {
        incomingCallContext = incoming,
        callbackUri = FakeApp.CallbackUri,
        customCallingContext = NoHeaders,
        operationContext = context,
        answeredBy = new { id = by },
    };

    public static object AnswerWithSpeech(string incoming) => new
    {
        incomingCallContext = incoming,
        callbackUri = FakeApp.CallbackUri,
        callIntelligenceOptions = new { },
        answeredBy = new { id = Answerer },
    };

    public static object Play() => new
    {
        playSources = new[] { File(GoodFile) },
        playTo = Array.Empty<object>(),
        playOptions = new { loop = false },
        operationContext = "play",
    };

    public static object Record(string serverCallId) => new
    {
        callLocator = new { serverCallId, kind = "serverCallLocator" },
        recordingStateCallbackUri = Harness.FakeApp.CallbackUri,
        recordingContentType = "audio",
        recordingChannelType = "unmixed",
        recordingFormatType = "wav",
    };

    public static object Recognize() => new
    {
        recognizeInputType = "dtmf",
        playPrompts = new[] { File(GoodFile), File(GoodFile) },
        interruptCallMediaOperation = false,
        recognizeOptions = new
        {
            interruptPrompt = false,
            initialSilenceTimeoutInSeconds = 5,
            targetParticipant = UserInCall(Answerer),
            dtmfOptions = new { interToneTimeoutInSeconds = 5, maxTonesToCollect = 2, stopTones = Array.Empty<string>() },
        },
        operationContext = "recognize",
    };

    public static object Add() => new { participantToAdd = User(Third), operationContext = "add", customCallingContext = NoHeaders };
}
