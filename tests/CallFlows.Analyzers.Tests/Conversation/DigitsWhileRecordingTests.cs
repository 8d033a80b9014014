using CallFlows.Analyzers.Tests.Harness;

namespace CallFlows.Analyzers.Tests.Conversation;

public sealed class DigitsWhileRecordingTests
{
    [Theory]
    [InlineData("Recording recording = await call.StartRecordingAsync(); Digits card = await {|CF2002:call.AskDigitsAsync|}(pin);")]
    [InlineData("await call.StartRecordingAsync(); Digits card = await {|CF2002:call.AskDigitsAsync|}(pin);")]
    [InlineData("await call.StartRecordingAsync(new RecordingOptions { Format = RecordingFormat.Mp3 }); await {|CF2002:call.AskDigitsAsync|}(pin);")]
    [InlineData("await call.StartRecordingAsync(); await using ToneStream keys = await {|CF2002:call.StartContinuousDtmfAsync|}();")]
    [InlineData("await call.StartRecordingAsync(); await {|CF2002:call.RecognizeAsync|}(new Recognize { Kind = RecognitionKind.Dtmf, MaxTones = 4 });")]
    [InlineData("await call.StartRecordingAsync(); await {|CF2002:call.RecognizeAsync|}(new Recognize { Kind = RecognitionKind.SpeechOrDtmf, MaxTones = 4 });")]
    [InlineData("Recording recording = await call.StartRecordingAsync(); await recording.PauseAsync(); await call.AskDigitsAsync(pin); await recording.ResumeAsync(); await {|CF2002:call.AskDigitsAsync|}(pin);")]
    [InlineData("if (call.Number > 1) { await call.StartRecordingAsync(); } await {|CF2002:call.AskDigitsAsync|}(pin);")]
    [InlineData("Recording recording = await call.StartRecordingAsync(); if (call.Number > 1) { await recording.PauseAsync(); } await {|CF2002:call.AskDigitsAsync|}(pin);")]
    [InlineData("for (int i = 0; i < 2; i++) { await {|CF2002:call.AskDigitsAsync|}(pin); await call.StartRecordingAsync(); }")]
    [InlineData("Recording recording = await call.StartRecordingAsync(); try { await recording.PauseAsync(); await call.AskDigitsAsync(pin); } finally { await recording.ResumeAsync(); } await {|CF2002:call.AskDigitsAsync|}(pin);")]
    [InlineData("async Task CardAsync() { await call.StartRecordingAsync(); await {|CF2002:call.AskDigitsAsync|}(pin); } await CardAsync();")]
    [InlineData("await call.StartRecordingAsync(); Task<Digits> asking = {|CF2002:call.AskDigitsAsync|}(pin); await asking;")]
    public Task Digits_WhileTheCallMayBeRecorded_AreReported(string body) => Expect.ReportsAsync(Sources.Helper(body));

    [Theory]
    [InlineData("await call.AskDigitsAsync(pin); await call.StartRecordingAsync();")]
    [InlineData("Recording recording = await call.StartRecordingAsync(); await recording.PauseAsync(); await call.AskDigitsAsync(pin);")]
    [InlineData("Recording recording = await call.StartRecordingAsync(); await recording.StopAsync(); await call.AskDigitsAsync(pin);")]
    [InlineData("Recording recording = await call.StartRecordingAsync(); try { await recording.PauseAsync(); await call.AskDigitsAsync(pin); } finally { await recording.ResumeAsync(); }")]
    [InlineData("await call.StartRecordingAsync(); await call.Recordings[0].PauseAsync(); await call.AskDigitsAsync(pin);")]
    [InlineData("await call.StartRecordingAsync(); foreach (Recording recording in call.Recordings) { await recording.PauseAsync(); } await call.AskAsync(menu);")]
    [InlineData("await call.StartRecordingAsync(new RecordingOptions { PauseOnStart = true }); await call.AskDigitsAsync(pin);")]
    [InlineData("RecordingOptions options = new() { PauseOnStart = true }; await call.StartRecordingAsync(options); await call.AskDigitsAsync(pin);")]
    [InlineData("await call.StartRecordingAsync(); await call.AskAsync(menu);")]
    [InlineData("await call.StartRecordingAsync(); await call.RecognizeAsync(new Recognize { Kind = RecognitionKind.Speech });")]
    [InlineData("Recording? recording = call.Number > 1 ? await call.StartRecordingAsync() : null; if (recording is not null) { await recording.PauseAsync(); } await call.AskAsync(menu);")]
    [InlineData("Recording? recording = null; if (call.Number > 1) { recording = await call.StartRecordingAsync(); } if (recording is not null) { await recording.PauseAsync(); } await call.AskDigitsAsync(pin);")]
    [InlineData("Recording? recording = null; if (call.Number > 1) { recording = await call.StartRecordingAsync(); } if (recording is { } on) { await recording.PauseAsync(); } await call.AskDigitsAsync(pin);")]
    [InlineData("Recording? recording = null; if (call.Number > 1) { recording = await call.StartRecordingAsync(); } if (recording != null) { await recording.PauseAsync(); } await call.AskDigitsAsync(pin);")]
    [InlineData("Recording recording = await call.StartRecordingAsync(); await HoldUpAsync(recording); await call.AskDigitsAsync(pin);")]
    [InlineData("await call.StartRecordingAsync(); await call.HangUpAsync(); foreach (Call other in call.Flow.Calls) { await other.AskDigitsAsync(pin); }")]
    [InlineData("foreach (Call other in call.Flow.Calls) { await call.StartRecordingAsync(); await other.AskDigitsAsync(pin); }")]
    [InlineData("foreach (Call other in call.Flow.Calls) { await other.AskDigitsAsync(pin); await other.StartRecordingAsync(); }")]
    public Task Digits_WhileNothingIsRecorded_AreNotReported(string body) =>
        Expect.ReportsAsync(Sources.Helper(body, "private static Task HoldUpAsync(Recording recording) => recording.PauseAsync();"));
}
