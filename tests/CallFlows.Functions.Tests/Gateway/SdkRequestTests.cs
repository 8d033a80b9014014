using System.Text.Json.Nodes;
using CallFlows.Actions;
using CallFlows.CallAutomation.Tests.Support;
using CallFlows.Protocol.Rest;

namespace CallFlows.Functions.Tests.Gateway;

/// <summary>The official client's requests are those of the REST gateway, but for what <see cref="KnownDifferences"/> lists.</summary>
public sealed class SdkRequestTests
{
    private static readonly string[] SameHeaders = ["Content-Type", "Accept", WireHeaders.RepeatabilityRequestId, WireHeaders.RepeatabilityFirstSent];

    public static TheoryData<string> Sent => [.. ActionSamples.Sent.Keys];

    public static TheoryData<string> HandedOn => [.. ActionSamples.HandedOn.Keys];

    [Theory]
    [MemberData(nameof(Sent))]
    public async Task Action_ThatTheClientHas_IsSentAsTheRestGatewaySendsIt(string sample)
    {
        CallAction action = ActionSamples.Sent[sample];
        (int status, string? body) = ActionSamples.AnswerTo(action);
        TwoGateways gateways = new(() => FakeTransport.Always(status, body));

        CallActionResult result = await gateways.SdkAsync(action);

        TwoGateways.TextOf(result).Should().Be(TwoGateways.TextOf(await gateways.RestAsync(action)));
        gateways.Fallback.Requests.Should().BeEmpty();
        AssertSame(gateways);
    }

    [Theory]
    [MemberData(nameof(Sent))]
    public async Task Action_WhenAddressesAreRenewed_CarriesTheOneOfNow(string sample)
    {
        CallAction action = ActionSamples.Sent[sample];
        (int status, string? body) = ActionSamples.AnswerTo(action);
        TwoGateways gateways = new(() => FakeTransport.Always(status, body), options => options.RenewCallbackAddress = true);

        await gateways.SdkAsync(action);
        await gateways.RestAsync(action);

        AssertSame(gateways);
    }

    [Theory]
    [MemberData(nameof(HandedOn))]
    public async Task Action_ThatTheClientLacks_GoesToTheFallbackAlone(string sample)
    {
        CallAction action = ActionSamples.HandedOn[sample];
        (int status, string? body) = ActionSamples.AnswerTo(action);
        TwoGateways gateways = new(() => FakeTransport.Always(status, body));

        CallActionResult result = await gateways.SdkAsync(action);

        TwoGateways.TextOf(result).Should().Be(TwoGateways.TextOf(await gateways.RestAsync(action)));
        gateways.Client.Requests.Should().BeEmpty();
        gateways.Fallback.Sent.Should().BeEquivalentTo(gateways.Rest.Sent, options => options.Including(sent => sent.Uri).Including(sent => sent.Body));
    }

    [Fact]
    public void Samples_OfActions_HaveEveryKind()
    {
        IEnumerable<Type> kinds = typeof(CallAction).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CallAction)));
        IEnumerable<Type> tried = ActionSamples.Sent.Values.Concat(ActionSamples.HandedOn.Values).Select(action => action.GetType());

        kinds.Except(tried).Should().BeEmpty("an action without a sample may have no mapping");
    }

    [Fact]
    public async Task Action_WithAnAddressOfItsOwn_CarriesThat()
    {
        TwoGateways gateways = new(() => FakeTransport.Always(202), addresses: new PlaysElsewhere());

        await gateways.SdkAsync(new Play(["Hello"]));

        gateways.Client.Sent.Json!["operationCallbackUri"]!.GetValue<string>().Should().Be("https://relay.example/flow-1/op-7");
    }

    [Fact]
    public async Task AnyAction_OfACallWithoutItsId_IsRefusedBeforeItIsSent()
    {
        TwoGateways gateways = new(() => FakeTransport.Always(202));

        Func<Task> play = () => gateways.Sdk.ExecuteAsync(TwoGateways.Request(new Play(["Hello"]), callConnectionId: null), default);

        await play.Should().ThrowAsync<ArgumentException>().WithMessage("Play needs a call connection id*");
        gateways.Client.Requests.Should().BeEmpty();
    }

    private static void AssertSame(TwoGateways gateways)
    {
        SentRequest client = gateways.Client.Sent;
        SentRequest rest = gateways.Rest.Sent;
        client.Method.Should().Be(rest.Method);
        client.Uri.Should().Be(rest.Uri, "what is newer than the usual version is asked for in the first that has it");
        JsonNode? sent = KnownDifferences.OfClient(client.Json);
        JsonNode? expected = KnownDifferences.OfRest(rest.Json);
        JsonNode.DeepEquals(sent, expected).Should().BeTrue("{0} should be {1}", sent, expected);
        foreach (string header in SameHeaders)
            client.Header(header).Should().Be(rest.Header(header), header);
    }

    private sealed class PlaysElsewhere : ICallbackAddresses
    {
        public Uri For(string instanceId) => new($"https://app.example/{instanceId}");

        public Uri? ForOperation(CallActionRequest request) =>
            request.Action is Play ? new Uri($"https://relay.example/{request.InstanceId}/{request.OperationContext}") : null;
    }
}
