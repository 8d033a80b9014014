using Azure.Core;
using CallFlows.Actions;
using CallFlows.CallAutomation;
using CallFlows.CallAutomation.Gateway;
using CallFlows.CallAutomation.Tests.Support;
using CallFlows.Protocol.Rest;
using CallFlows.Protocol.Security;

namespace CallFlows.Functions.Tests.Gateway;

public sealed class SdkSettingsTests
{
    private static readonly Play Hello = new(["Hello"]);

    [Fact]
    public async Task Request_WithAConnectionString_IsSigned()
    {
        TwoGateways gateways = new(() => FakeTransport.Always(202));

        await gateways.SdkAsync(Hello);

        gateways.Client.Sent.Header(WireHeaders.Authorization).Should().StartWith("HMAC-SHA256 ");
        gateways.Client.Sent.Header(WireHeaders.ContentHash)
            .Should().Be(HmacSignature.HashContent(System.Text.Encoding.UTF8.GetBytes(gateways.Client.Sent.Body!)));
    }

    [Fact]
    public async Task Request_WithACredential_CarriesItsToken()
    {
        FixedCredential credential = new();
        TwoGateways gateways = new(() => FakeTransport.Always(202), options => UseCredential(options, credential));

        await gateways.SdkAsync(Hello);

        gateways.Client.Sent.Uri.Host.Should().Be("contoso.communication.azure.com");
        gateways.Client.Sent.Header(WireHeaders.Authorization).Should().Be("Bearer the-token");
    }

    [Fact]
    public async Task Request_WhenNoTokenCanBeHad_FailsAsUnreachable()
    {
        FixedCredential credential = new() { Problem = new Azure.Identity.AuthenticationFailedException("No identity here.") };
        TwoGateways gateways = new(() => FakeTransport.Always(202), options => UseCredential(options, credential));

        Func<Task> play = () => gateways.SdkAsync(Hello);

        (await play.Should().ThrowAsync<CallActionException>()).Which.Error.Should().Match<CallActionError>(e => e.Status == 0 && !e.MayHaveHappened);
        gateways.Client.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task ApiVersion_ThatTheClientHas_IsAskedFor()
    {
        TwoGateways gateways = new(() => FakeTransport.Always(202), options => options.ApiVersion = ApiVersions.V2024_09_15);

        await gateways.SdkAsync(Hello);

        gateways.Client.Sent.Uri.Query.Should().Be("?api-version=2024-09-15");
    }

    [Theory]
    [InlineData("2027-01-01")]
    [InlineData("2025-08-15-preview")]
    [InlineData("5")]
    public void ApiVersion_ThatTheClientLacks_IsRefusedWithThoseItHas(string version)
    {
        Action make = () => _ = new TwoGateways(() => FakeTransport.Always(202), options => options.ApiVersion = version);

        make.Should().Throw<CallAutomationOptionsException>().WithMessage($"ApiVersion can't be '{version}'*2025-05-15, 2025-06-15, 2026-03-12*REST gateway*");
    }

    [Fact]
    public void Settings_ThatCannotBeUsed_AreRefused()
    {
        Action make = () => _ = new TwoGateways(() => FakeTransport.Always(202), options => options.ConnectionString = null);

        make.Should().Throw<CallAutomationOptionsException>().WithMessage("ConnectionString*");
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 3)]
    public async Task Retries_AsManyAsAreSet_AreMade(int retries, int requests)
    {
        TwoGateways gateways = new(() => FakeTransport.Always(503), options => options.MaxRetries = retries);

        Func<Task> play = () => gateways.SdkAsync(Hello);

        await play.Should().ThrowAsync<CallActionException>();
        gateways.Client.Requests.Should().HaveCount(requests);
    }

    private static void UseCredential(CallGatewayOptions options, TokenCredential credential)
    {
        options.ConnectionString = null;
        options.Endpoint = new Uri("https://contoso.communication.azure.com");
        options.Credential = credential;
    }

    private sealed class FixedCredential : TokenCredential
    {
        public Exception? Problem { get; init; }

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            Problem is null ? new("the-token", DateTimeOffset.MaxValue) : throw Problem;

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
