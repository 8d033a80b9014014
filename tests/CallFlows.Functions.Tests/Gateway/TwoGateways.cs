using System.Text.Json;
using CallFlows.Actions;
using CallFlows.CallAutomation.Gateway;
using CallFlows.CallAutomation.Tests.Support;
using CallFlows.Functions.Gateway;

namespace CallFlows.Functions.Tests.Gateway;

/// <summary>The gateway over the official client, its fallback, and the one over REST alone, each with a transport of its own.</summary>
internal sealed class TwoGateways
{
    public const string Key = "bG9jYWwtZW11bGF0b3ItdGVzdC1rZXktMDEyMzQ1Njc4OWFiY2RlZg==";
    public const string RepeatabilityId = "11111111-2222-4333-8444-555555555555";
    public const string FirstSent = "Tue, 04 Mar 2025 10:00:00 GMT";

    public TwoGateways(Func<FakeTransport> transport, Action<CallGatewayOptions>? configure = null, ICallbackAddresses? addresses = null)
    {
        CallGatewayOptions options = new()
        {
            ConnectionString = $"endpoint=http://localhost:8080;accesskey={Key}",
            CognitiveServicesEndpoint = new Uri("https://ai.example/"),
            RetryDelay = TimeSpan.Zero,
        };
        configure?.Invoke(options);
        addresses ??= new SomeAddresses();
        (Client, Fallback, Rest) = (transport(), transport(), transport());
        Sdk = new SdkCallGateway(options, addresses, new HttpClient(Client), RestOver(Fallback));
        RestAlone = RestOver(Rest);

        RestCallGateway RestOver(FakeTransport over) => new(options, addresses, new HttpClient(over), TimeProvider.System);
    }

    /// <summary>What the official client sends over.</summary>
    public FakeTransport Client { get; }

    /// <summary>What goes to the gateway behind it.</summary>
    public FakeTransport Fallback { get; }

    /// <summary>What REST alone sends over.</summary>
    public FakeTransport Rest { get; }

    public SdkCallGateway Sdk { get; }

    public RestCallGateway RestAlone { get; }

    public static CallActionRequest Request(CallAction action, string? callConnectionId = "c1") =>
        new("flow-1", callConnectionId, action, "op-7", Guid.Parse(RepeatabilityId), new DateTimeOffset(2025, 3, 4, 12, 0, 0, TimeSpan.FromHours(2)));

    public Task<CallActionResult> SdkAsync(CallAction action) => Sdk.ExecuteAsync(Request(action), TestContext.Current.CancellationToken);

    public Task<CallActionResult> RestAsync(CallAction action) => RestAlone.ExecuteAsync(Request(action), TestContext.Current.CancellationToken);

    /// <summary>A result in a form that can be compared, lists and all.</summary>
    public static string TextOf(CallActionResult? result) => JsonSerializer.Serialize(result);

    private sealed class SomeAddresses : ICallbackAddresses
    {
        public Uri For(string instanceId) => new($"https://app.example/callbacks/{instanceId}?secret=s");
    }
}
