using System.Text.Json;
using CallFlows.Emulator.Hosting;

namespace CallFlows.Conformance;

public sealed class EntraClientTests
{
    [Fact]
    public async Task OfficialClient_WithATokenCredentialOverHttps_IsServed()
    {
        string folder = Directory.CreateTempSubdirectory("callflows-").FullName;
        try
        {
            await using CallAutomationEmulator emulator = await CallAutomationEmulator.StartAsync(
                options =>
                {
                    options.Https.Port = 0;
                    options.Https.CertificateFolder = folder;
                },
                cancellationToken: TestContext.Current.CancellationToken);

            NodeResult result = await NodeProgram.RunAsync(
                "entra-client.mjs", new Dictionary<string, string> { ["NODE_EXTRA_CA_CERTS"] = emulator.Https!.CertificateFile! },
                emulator.Https.Endpoint.ToString(), emulator.Https.ConnectionString, emulator.Https.Endpoint + "emulator");

            string all = string.Join('\n', result.Lines.Select(line => line.GetRawText())) + result.Errors;
            result.ExitCode.Should().Be(0, all);
            Texts(result, "client").Should().Equal("credential", "connectionString");
            Texts(result, "state").Should().Equal("connecting", "connecting");
            result.Lines.Single(line => line.TryGetProperty("scopes", out _)).GetProperty("scopes").EnumerateArray()
                .Select(scope => scope.GetString()!.Replace("//.default", "/.default", StringComparison.Ordinal))
                .Should().Equal("https://communication.azure.com/.default");
            JsonElement refused = result.Lines.Single(line => line.TryGetProperty("refused", out _));
            refused.GetProperty("refused").GetInt32().Should().Be(401);
            refused.GetProperty("message").GetString().Should().Contain("audience");
            emulator.Actions.Entries.Select(entry => entry.Action).Should().Equal("CreateCall", "Terminate", "CreateCall", "Terminate");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<string?> Texts(NodeResult result, string property) => result.Lines
        .Where(line => line.TryGetProperty(property, out _)).Select(line => line.GetProperty(property).GetString());
}
