using System.Text.Json;
using CallFlows.Emulator.Hosting;

namespace CallFlows.Conformance;

public sealed class OfficialClientTests
{
    [Fact]
    public async Task OfficialClient_CallsPlaysRecognizesAndHangsUp_SeesWhatTheServiceShows()
    {
        await using CallAutomationEmulator emulator = await CallAutomationEmulator.StartAsync(
            options => options.Prompts.CharactersPerSecond = 40,
            cancellationToken: TestContext.Current.CancellationToken);

        NodeResult result = await NodeProgram.RunAsync(
            "official-client.mjs", emulator.ConnectionString, emulator.MetadataAddress.ToString(),
            emulator.Endpoint + "emulator", emulator.Audience);

        string all = string.Join('\n', result.Lines.Select(line => line.GetRawText())) + result.Errors;
        result.ExitCode.Should().Be(0, all);
        string[] events = result.Lines.Where(line => line.TryGetProperty("event", out _)).Select(Describe).ToArray();
        events.Should().Contain("CallConnected create 200/0", all);
        events.Should().Contain("ParticipantsUpdated  200/0", all);
        events.Where(e => !e.StartsWith("ParticipantsUpdated", StringComparison.Ordinal)).Should().Equal(
            "CallConnected create 200/0",
            "PlayStarted hello 200/0",
            "PlayCompleted hello 200/0",
            "PlayStarted ask 200/0",
            "RecognizeCompleted ask 200/8531",
            "CallDisconnected create 200/7000");
        Line(result, "created").GetProperty("state").GetString().Should().Be("connecting");
        Line(result, "serverCallId").GetProperty("state").GetString().Should().Be("connected");
        Line(result, "participants").GetProperty("participants").GetInt32().Should().Be(2);
        Line(result, "tones").GetProperty("tones")[0].GetString().Should().Be("one");
        Line(result, "heard").GetProperty("interrupted").EnumerateArray().Select(e => e.GetBoolean()).Should().Equal(false, true);
        emulator.Actions.Entries.Select(entry => entry.Action).Should().Equal("CreateCall", "Play", "Recognize", "Terminate");
    }

    private static string Describe(JsonElement line) =>
        $"{line.GetProperty("event").GetString()} {Text(line, "context")} {Text(line, "code")}/{Text(line, "subCode")}";

    private static string Text(JsonElement line, string name) =>
        line.TryGetProperty(name, out JsonElement value) ? value.ToString() : "";

    private static JsonElement Line(NodeResult result, string property) =>
        result.Lines.First(line => line.TryGetProperty(property, out _));
}
