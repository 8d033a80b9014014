using System.Text;
using CallFlows.Actions;
using CallFlows.CallAutomation.Callbacks;
using CallFlows.CallAutomation.Gateway;
using CallFlows.CallAutomation.Security;
using CallFlows.CallAutomation.Tests.Support;
using CallFlows.Protocol.Tests.Recordings;

namespace CallFlows.CallAutomation.Tests.Gateway;

/// <summary>A gateway over a fake transport.</summary>
internal sealed class GatewayFixture
{
    public const string Key = "bG9jYWwtZW11bGF0b3ItdGVzdC1rZXktMDEyMzQ1Njc4OWFiY2RlZg==";
    public const string RepeatabilityId = "11111111-2222-4333-8444-555555555555";
    private static readonly byte[] MasterKey = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];

    public GatewayFixture(FakeTransport transport, Action<CallGatewayOptions>? configure = null)
    {
        Transport = transport;
        CallGatewayOptions options = new()
        {
            ConnectionString = $"endpoint=http://localhost:8080;accesskey={Key}",
            CognitiveServicesEndpoint = new Uri("https://ai.example/"),
            RetryDelay = TimeSpan.Zero,
        };
        configure?.Invoke(options);
        Addresses = new CallbackAddresses(new Uri("https://app.example/base/"), new CallbackSecret(MasterKey));
        Gateway = new RestCallGateway(options, Addresses, new HttpClient(transport), Time);
    }

    public FakeTransport Transport { get; }

    public ManualTime Time { get; } = new();

    public CallbackAddresses Addresses { get; }

    public RestCallGateway Gateway { get; }

    /// <summary>The callback address as it stands in bodies.</summary>
    public string Callback => Addresses.For("flow-1").AbsoluteUri;

    public SentRequest Sent => Transport.Requests.Should().ContainSingle().Subject;

    public string? SentBody => Sent.Body is null ? null : JsonShape.Of(Encoding.UTF8.GetBytes(Sent.Body));

    public Task<CallActionResult> ExecuteAsync(CallAction action, string? callConnectionId = "c1") => Gateway.ExecuteAsync(
        new("flow-1", callConnectionId, action, "op-7", Guid.Parse(RepeatabilityId), new DateTimeOffset(2025, 3, 4, 12, 0, 0, TimeSpan.FromHours(2))),
        TestContext.Current.CancellationToken);
}
