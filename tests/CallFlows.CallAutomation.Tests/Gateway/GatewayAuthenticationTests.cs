using System.Text;
using Azure.Core;
using CallFlows.Actions;
using CallFlows.CallAutomation.Gateway;
using CallFlows.CallAutomation.Tests.Support;
using CallFlows.Endpoints;
using CallFlows.Protocol.Security;

namespace CallFlows.CallAutomation.Tests.Gateway;

public sealed class GatewayAuthenticationTests
{
    [Fact]
    public async Task Request_WithAConnectionString_IsSigned()
    {
        GatewayFixture fixture = new(FakeTransport.Always(202));

        await fixture.ExecuteAsync(new Play(["Grüße"]));

        Verify(fixture.Sent).Should().Be(HmacVerdict.Valid);
        fixture.Sent.Header("x-ms-date").Should().Be("Tue, 04 Mar 2025 10:20:30 GMT");
        fixture.Sent.Header("Host").Should().Be("localhost:8080");
    }

    [Fact]
    public async Task Request_WithoutBody_IsSignedWithTheHashOfNothing()
    {
        GatewayFixture fixture = new(FakeTransport.Always(204));

        await fixture.ExecuteAsync(new HangUpCall(ForEveryone: true));

        Verify(fixture.Sent).Should().Be(HmacVerdict.Valid);
        fixture.Sent.Header("x-ms-content-sha256").Should().Be("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    [Fact]
    public async Task Retry_AfterATransientFailure_IsSignedAnewAndIsTheSameRequest()
    {
        GatewayFixture? fixture = null;
        FakeTransport transport = new(sent =>
        {
            bool first = fixture!.Transport.Requests.Count == 1;
            fixture.Time.Now += TimeSpan.FromSeconds(5);
            return FakeTransport.Json(first ? 503 : 202, first ? null : "{}");
        });
        fixture = new(transport);

        await fixture.ExecuteAsync(new RemoveParticipant(CallEndpoint.Phone("+14255550101")));

        transport.Requests.Should().HaveCount(2);
        transport.Requests.Select(Verify).Should().AllBeEquivalentTo(HmacVerdict.Valid);
        transport.Requests[1].Header("x-ms-date").Should().NotBe(transport.Requests[0].Header("x-ms-date"));
        foreach (string header in new[] { "Repeatability-Request-ID", "Repeatability-First-Sent", "x-ms-client-request-id" })
            transport.Requests[1].Header(header).Should().NotBeNull().And.Be(transport.Requests[0].Header(header));
    }

    [Fact]
    public async Task Request_WithACredential_CarriesItsToken()
    {
        FakeCredential credential = new();
        GatewayFixture fixture = new(FakeTransport.Always(202), options => UseCredential(options, credential));

        await fixture.ExecuteAsync(new Play(["Hello"]));

        fixture.Sent.Uri.Host.Should().Be("contoso.communication.azure.com");
        fixture.Sent.Header("Authorization").Should().Be("Bearer the-token");
        fixture.Sent.Header("x-ms-content-sha256").Should().BeNull();
        credential.Scopes.Should().Equal("https://communication.azure.com//.default");
    }

    [Fact]
    public async Task Request_WhenNoTokenCanBeHad_FailsAsUnreachable()
    {
        FakeCredential credential = new() { Problem = new Azure.Identity.AuthenticationFailedException("No identity here.") };
        GatewayFixture fixture = new(FakeTransport.Always(202), options => UseCredential(options, credential));

        Func<Task> play = () => fixture.ExecuteAsync(new Play(["Hello"]));

        (await play.Should().ThrowAsync<CallActionException>()).Which.Status.Should().Be(0);
    }

    private static void UseCredential(CallGatewayOptions options, TokenCredential credential)
    {
        options.ConnectionString = null;
        options.Endpoint = new Uri("https://contoso.communication.azure.com");
        options.Credential = credential;
    }

    private static HmacVerdict Verify(SentRequest sent) => HmacVerifier.Verify(Convert.FromBase64String(GatewayFixture.Key), new()
    {
        Method = sent.Method,
        RawTarget = sent.Uri.PathAndQuery,
        Host = sent.Header("Host")!,
        Date = sent.Header("x-ms-date"),
        ContentHash = sent.Header("x-ms-content-sha256"),
        Authorization = sent.Header("Authorization"),
        Body = Encoding.UTF8.GetBytes(sent.Body ?? ""),
    });

    private sealed class FakeCredential : TokenCredential
    {
        public string[] Scopes { get; private set; } = [];

        public Exception? Problem { get; init; }

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes = requestContext.Scopes;
            return Problem is null ? new("the-token", DateTimeOffset.MaxValue) : throw Problem;
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
