using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using CallFlows.Emulator.Hosting;
using CallFlows.Emulator.Tests.Harness;
using CallFlows.Protocol.Security;
using Microsoft.Extensions.Options;

namespace CallFlows.Emulator.Tests.Https;

public sealed class HttpsTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    public async Task Https_ClientThatTrustsTheCertificate_IsServedBesideHttp(string host)
    {
        await using CallAutomationEmulator emulator = await StartAsync();
        using HttpClient client = TrustingClient.For(emulator.Https!.Certificate);

        string secure = await client.GetStringAsync(new UriBuilder(emulator.Https.Endpoint) { Host = host, Path = "emulator" }.Uri);
        string plain = await client.GetStringAsync(new Uri(emulator.Endpoint, "emulator"));

        secure.Should().Be(plain);
        JsonElement https = JsonDocument.Parse(secure).RootElement.GetProperty("https");
        https.GetProperty("connectionString").GetString().Should().Be(emulator.Https.ConnectionString);
        https.GetProperty("metadata").GetString().Should().Be(emulator.Https.MetadataAddress.ToString());
        emulator.Https.Certificate.HasPrivateKey.Should().BeFalse();
    }

    [Fact]
    public async Task Https_ClientThatTrustsAnother_IsNotServed()
    {
        await using CallAutomationEmulator emulator = await StartAsync();
        await using CallAutomationEmulator other = await StartAsync();
        using HttpClient client = TrustingClient.For(other.Https!.Certificate);

        Func<Task> get = () => client.GetStringAsync(new Uri(emulator.Https!.Endpoint, "emulator"));

        (await get.Should().ThrowAsync<HttpRequestException>()).WithInnerException<AuthenticationException>();
    }

    [Fact]
    public async Task Https_SignedRequest_IsTaken()
    {
        await using CallAutomationEmulator emulator = await StartAsync();
        using HttpClient client = TrustingClient.For(emulator.Https!.Certificate);
        AcsConnectionString connection = AcsConnectionString.Parse(emulator.Https.ConnectionString);
        Uri uri = new(connection.Endpoint, "/calling/callConnections/unknown?api-version=2025-05-15");
        RequestSignature signature = HmacSignature.Sign(
            Convert.FromBase64String(EmulatorOptions.DevelopmentAccessKey), "GET", uri.PathAndQuery, uri.Authority, DateTimeOffset.UnixEpoch, []);
        using HttpRequestMessage request = new(HttpMethod.Get, uri);
        request.Headers.Add("x-ms-date", signature.Date);
        request.Headers.Add("x-ms-content-sha256", signature.ContentHash);
        request.Headers.TryAddWithoutValidation("Authorization", signature.Authorization);

        using HttpResponseMessage response = await client.SendAsync(request);

        ((int)response.StatusCode).Should().Be(404, "the signature is right, and there is no such call");
    }

    [Fact]
    public async Task Metadata_OverEitherAddress_NamesOneIssuerAndKeysWhereItWasAsked()
    {
        await using CallAutomationEmulator emulator = await StartAsync();
        using HttpClient client = TrustingClient.For(emulator.Https!.Certificate);

        JsonElement plain = JsonDocument.Parse(await client.GetStringAsync(emulator.MetadataAddress)).RootElement;
        JsonElement secure = JsonDocument.Parse(await client.GetStringAsync(emulator.Https.MetadataAddress)).RootElement;

        plain.GetProperty("issuer").GetString().Should().Be(emulator.Issuer).And.Be(secure.GetProperty("issuer").GetString());
        plain.GetProperty("jwks_uri").GetString().Should().StartWith(emulator.Endpoint.ToString());
        secure.GetProperty("jwks_uri").GetString().Should().StartWith(emulator.Https.Endpoint.ToString());
        (await client.GetStringAsync(secure.GetProperty("jwks_uri").GetString())).Should().Be(
            await client.GetStringAsync(plain.GetProperty("jwks_uri").GetString()));
    }

    [Fact]
    public async Task Https_NoPortSet_IsNotServed()
    {
        await using Emulated emulated = await Emulated.StartAsync();

        emulated.Emulator.Https.Should().BeNull();
        (await emulated.ControlAsync(HttpMethod.Get, "")).Body.TryGetProperty("https", out _).Should().BeFalse();
    }

    [Fact]
    public async Task Https_FolderSet_ServesTheSameCertificateInEveryRun()
    {
        using TemporaryFolder folder = new();
        await using CallAutomationEmulator first = await StartAsync(folder.Path);
        await using CallAutomationEmulator second = await StartAsync(folder.Path);

        second.Https!.Certificate.Thumbprint.Should().Be(first.Https!.Certificate.Thumbprint);
        using X509Certificate2 file = X509CertificateLoader.LoadCertificateFromFile(first.Https.CertificateFile!);
        file.Thumbprint.Should().Be(first.Https.Certificate.Thumbprint);
    }

    [Fact]
    public async Task Start_BadHttpsSettings_IsRefused()
    {
        Func<Task> start = () => CallAutomationEmulator.StartAsync(options =>
        {
            options.Https.Port = 65536;
            options.Https.CertificateFolder = "";
        });

        (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Failures.Should().Equal(
            "Emulator:Https:Port is '65536'. Allowed: 0 to 65535.",
            "Emulator:Https:CertificateFolder is ''. Allowed: a folder that only you can write to.");
    }

    private static Task<CallAutomationEmulator> StartAsync(string? folder = null) => CallAutomationEmulator.StartAsync(options =>
    {
        options.Https.Port = 0;
        options.Https.CertificateFolder = folder;
    });
}
