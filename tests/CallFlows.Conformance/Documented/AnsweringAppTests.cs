using System.Diagnostics;
using CallFlows.Conformance.Running;
using CallFlows.Emulator.Hosting;
using CallFlows.Emulator.Phones;

namespace CallFlows.Conformance.Documented;

/// <summary>The application that docs/emulator.md shows.</summary>
public sealed class AnsweringAppTests
{
    [Fact]
    public async Task AnsweringApp_SomebodyCalls_SaysHelloAndHangsUp()
    {
        await using CallAutomationEmulator emulator = await CallAutomationEmulator.StartAsync(options => options.Prompts.CharactersPerSecond = 40);
        using Process app = NodeProgram.Start("answering-app.mjs", new Dictionary<string, string>
        {
            ["EMULATOR"] = emulator.Endpoint.ToString().TrimEnd('/'),
            ["PORT"] = "0",
        });
        try
        {
            string? listening = await app.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60));
            listening.Should().StartWith("Listening on http", await ErrorsAsync(app, listening));
            await emulator.SubscribeAsync(new Uri(listening!["Listening on ".Length..] + "/api/events"));

            PhoneScriptResult result = await emulator.Phones.Get("+15551234567").Run(PhoneScript.Create()
                .Calls("+18005550100").Hears("Hello", HearPoint.End).WaitsForHangUp()).Completion.WaitAsync(TimeSpan.FromSeconds(60));

            result.IsCompleted.Should().BeTrue(result.ToString());
            emulator.Actions.Entries.Select(entry => entry.Action).Should().Equal("AnswerCall", "Play", "Terminate");
        }
        finally
        {
            app.Kill(entireProcessTree: true);
            await app.WaitForExitAsync();
        }
    }

    private static async Task<string> ErrorsAsync(Process app, string? output) => output is null ? await app.StandardError.ReadToEndAsync() : "";
}
