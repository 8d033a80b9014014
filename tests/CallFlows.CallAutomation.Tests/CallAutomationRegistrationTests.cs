using Azure.Identity;
using CallFlows.Actions;
using CallFlows.CallAutomation.Callbacks;
using CallFlows.CallAutomation.EventGrid;
using CallFlows.CallAutomation.Security;
using CallFlows.CallAutomation.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.CallAutomation.Tests;

public sealed class CallAutomationRegistrationTests
{
    private const string Key = "bG9jYWwtZW11bGF0b3ItdGVzdC1rZXktMDEyMzQ1Njc4OWFiY2RlZg==";

    [Fact]
    public async Task AddCallAutomation_WithGoodSettings_GivesWorkingServices()
    {
        FakeTransport transport = FakeTransport.Always(202);
        ServiceCollection services = new();
        services.AddKeyedSingleton(CallAutomationServiceCollectionExtensions.HttpClientKey, new HttpClient(transport));
        services.AddSingleton<TimeProvider>(new ManualTime());
        services.AddCallAutomation(Good);
        using ServiceProvider provider = services.BuildServiceProvider(validateScopes: true);

        await provider.GetRequiredService<ICallGateway>().ExecuteAsync(
            new("flow-1", "c1", new Play(["Hello"]), "op-1", Guid.Empty, DateTimeOffset.UnixEpoch), TestContext.Current.CancellationToken);

        transport.Requests.Should().ContainSingle().Which.Header("x-ms-date").Should().Be("Tue, 04 Mar 2025 10:20:30 GMT");
        provider.GetRequiredService<ICallbackAddresses>().For("x").Host.Should().Be("app.example");
        provider.GetRequiredService<CallbackSecret>().IsValid("x", "y").Should().BeFalse();
        provider.GetRequiredService<CallbackTokenValidator>().Should().NotBeNull();
        provider.GetRequiredService<CallbackParser>().Should().NotBeNull();
        provider.GetRequiredService<EventGridParser>().Should().NotBeNull();
        provider.GetRequiredService<CloudEventsHandshake>().Should().NotBeNull();
    }

    [Fact]
    public void AddCallAutomation_WithAnEndpointOnly_SignsInWithTheUsualCredentials()
    {
        CallAutomationOptions? seen = null;
        new ServiceCollection().AddCallAutomation(options =>
        {
            Good(options);
            options.Gateway.ConnectionString = null;
            options.Gateway.Endpoint = new Uri("https://contoso.communication.azure.com");
            seen = options;
        });

        seen!.Gateway.Credential.Should().BeOfType<DefaultAzureCredential>();
    }

    public static TheoryData<string, Action<CallAutomationOptions>, string> BadSettings => new()
    {
        { "ConnectionString", o => o.Gateway.ConnectionString = null, "*either ConnectionString or Endpoint*" },
        { "ConnectionString", o => o.Gateway.Endpoint = new Uri("https://c.example"), "*either ConnectionString or Endpoint*" },
        { "ConnectionString", o => o.Gateway.ConnectionString = "endpoint=https://c.example;accesskey=secret*", "*isn't base64*" },
        { "Endpoint", o => { o.Gateway.ConnectionString = null; o.Gateway.Endpoint = new Uri("http://c.example"); }, "*'http://c.example/'*https*" },
        { "ApiVersion", o => o.Gateway.ApiVersion = " ", "*2025-05-15*" },
        { "CognitiveServicesEndpoint", o => o.Gateway.CognitiveServicesEndpoint = new Uri("ftp://ai.example"), "*'ftp://ai.example/'*http or https*" },
        { "MaxRetries", o => o.Gateway.MaxRetries = 11, "*'11'*0 to 10*" },
        { "RetryDelay", o => o.Gateway.RetryDelay = TimeSpan.FromMinutes(2), "*'00:02:00'*0 to 60 seconds*" },
        { "NetworkTimeout", o => o.Gateway.NetworkTimeout = TimeSpan.Zero, "*'00:00:00'*1 to 300 seconds*" },
        { "PublicBaseUri", o => o.PublicBaseUri = null, "*address under which the service reaches the app*" },
        { "PublicBaseUri", o => o.PublicBaseUri = new Uri("/relative", UriKind.Relative), "*'/relative'*absolute*" },
        { "CallbackMasterKey", o => o.CallbackMasterKey = null, "*at least 32 random bytes*" },
        { "CallbackMasterKey", o => o.CallbackMasterKey = "c2VjcmV0", "*at least 32 random bytes*" },
        { "CallbackMasterKey", o => o.CallbackMasterKey = "secret*", "*at least 32 random bytes*" },
        { "Audiences", o => o.CallbackTokens.Audiences.Clear(), "*immutable resource id*" },
        { "MetadataAddress", o => o.CallbackTokens.MetadataAddress = new Uri("http://issuer.example"), "*'http://issuer.example/'*https*" },
        { "ClockSkew", o => o.CallbackTokens.ClockSkew = TimeSpan.FromMinutes(6), "*'00:06:00'*00:05:00*" },
        { "KeyLifetime", o => o.CallbackTokens.KeyLifetime = TimeSpan.Zero, "*'00:00:00'*" },
        { "MinRefreshInterval", o => o.CallbackTokens.MinRefreshInterval = TimeSpan.Zero, "*'00:00:00'*" },
    };

    [Theory]
    [MemberData(nameof(BadSettings))]
    public void AddCallAutomation_WithABadSetting_NamesItAndWhatIsAllowed(string setting, Action<CallAutomationOptions> spoil, string message)
    {
        Action add = () => new ServiceCollection().AddCallAutomation(options =>
        {
            Good(options);
            spoil(options);
        });

        CallAutomationOptionsException problem = add.Should().Throw<CallAutomationOptionsException>().WithMessage(message).Which;
        problem.Setting.Should().Be(setting);
        problem.Message.Should().NotContain("secret*").And.NotContain("c2VjcmV0");
    }

    [Fact]
    public void MetadataAddress_OnThisMachine_MayBeHttp()
    {
        CallbackTokenOptions options = new() { MetadataAddress = new Uri("http://127.0.0.1:8080/oidc"), Audiences = { "a" } };

        FluentActions.Invoking(options.Validate).Should().NotThrow();
    }

    private static void Good(CallAutomationOptions options)
    {
        options.Gateway.ConnectionString = $"endpoint=https://contoso.communication.azure.com;accesskey={Key}";
        options.PublicBaseUri = new Uri("https://app.example");
        options.CallbackMasterKey = Convert.ToBase64String(new byte[32]);
        options.CallbackTokens.Audiences.Add("aaaabbbb-1111-2222-3333-ccccddddeeee");
    }
}
