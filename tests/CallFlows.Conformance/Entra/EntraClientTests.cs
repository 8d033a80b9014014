using System.Text.Json;
using CallFlows.Conformance.Running;
using CallFlows.Emulator.Hosting;

namespace CallFlows.Conformance.Entra;

/// <summary>The official client over https, with a token and with a key.</summary>
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
                "entra-client.mjs",
                new
                {
                    endpoint = emulator.Https!.Endpoint,
                    connectionString = emulator.Https.ConnectionString,
                    control = emulator.Https.Endpoint + "emulator",
                },
                new Dictionary<string, string> { ["NODE_EXTRA_CA_CERTS"] = emulator.Https.CertificateFile! });

            result.ExitCode.Should().Be(0, string.Join('\n', result.Lines) + result.Errors);
            IReadOnlyList<JsonElement> lines = result.Read<JsonElement>();
            Texts(lines, "client").Should().Equal("credential", "connectionString");
            Texts(lines, "state").Should().Equal("connecting", "connecting");
            lines.Single(line => line.TryGetProperty("scopes", out _)).GetProperty("scopes").EnumerateArray()
                .Select(scope => scope.GetString()!.Replace("//.default", "/.default", StringComparison.Ordinal))
                .Should().Equal("https://communication.azure.com/.default");
            JsonElement refused = lines.Single(line => line.TryGetProperty("refused", out _));
            refused.GetProperty("refused").GetInt32().Should().Be(401);
            refused.GetProperty("message").GetString().Should().Contain("audience");
            emulator.Actions.Entries.Select(entry => entry.Action).Should().Equal("CreateCall", "Terminate", "CreateCall", "Terminate");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<string?> Texts(IReadOnlyList<JsonElement> lines, string property) => lines
        .Where(line => line.TryGetProperty(property, out _)).Select(line => line.GetProperty(property).GetString());
}
