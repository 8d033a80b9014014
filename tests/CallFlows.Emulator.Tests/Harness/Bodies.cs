namespace CallFlows.Emulator.Tests.Harness;

/// <summary>Request bodies as clients write them.</summary>
internal static class Bodies
{
    public static object Number(string number) => new { kind = "phoneNumber", phoneNumber = new { value = number } };

    public static object User(string id) => new { kind = "communicationUser", communicationUser = new { id } };

    public static object Text(string text) => new { kind = "text", text = new { text } };

    public static object File(string uri) => new { kind = "file", file = new { uri } };

    public static object Create(params object[] targets) => new
    {
        targets,
        callbackUri = FakeApp.CallbackUri,
        operationContext = "create",
        sourceCallerIdNumber = new { value = Emulated.AppNumber },
    };

    public static object Answer(string incomingCallContext) =>
        new { incomingCallContext, callbackUri = FakeApp.CallbackUri, operationContext = "answer" };

    public static object Play(string text, string context = "play", bool interrupt = false, bool loop = false) => new
    {
        playSources = new[] { Text(text) },
        playTo = Array.Empty<object>(),
        interruptCallMediaOperation = interrupt,
        playOptions = new { loop },
        operationContext = context,
    };

    public static object RecognizeTones(int most, bool interruptPrompt = true, string? prompt = null, params string[] stopTones) => new
    {
        recognizeInputType = "dtmf",
        playPrompt = prompt is null ? null : Text(prompt),
        recognizeOptions = new
        {
            interruptPrompt,
            initialSilenceTimeoutInSeconds = 5,
            targetParticipant = new { rawId = "4:" + Emulated.Caller },
            dtmfOptions = new { interToneTimeoutInSeconds = 2, maxTonesToCollect = most, stopTones },
        },
        operationContext = "ask",
    };

    public static object RecognizeChoices(string? prompt = null) => new
    {
        recognizeInputType = "choices",
        playPrompt = prompt is null ? null : Text(prompt),
        recognizeOptions = new
        {
            interruptPrompt = true,
            targetParticipant = new { rawId = "4:" + Emulated.Caller },
            choices = new object[]
            {
                new { label = "confirm", phrases = new[] { "confirm", "yes" }, tone = "one" },
                new { label = "cancel", phrases = new[] { "cancel" }, tone = "two" },
            },
        },
        operationContext = "ask",
    };

    public static object RecognizeSpeech() => new
    {
        recognizeInputType = "speech",
        recognizeOptions = new
        {
            targetParticipant = new { rawId = "4:" + Emulated.Caller },
            speechOptions = new { endSilenceTimeoutInMs = 1000 },
        },
        operationContext = "ask",
    };
}
