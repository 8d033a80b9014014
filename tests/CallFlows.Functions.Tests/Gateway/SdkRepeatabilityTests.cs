using System.Net;
using CallFlows.Actions;
using CallFlows.CallAutomation.Tests.Support;
using CallFlows.Functions.Gateway;
using CallFlows.Protocol.Rest;

namespace CallFlows.Functions.Tests.Gateway;

/// <summary>Whatever the official client makes up, the service sees the action's own repeatability id and date.</summary>
public sealed class SdkRepeatabilityTests
{
    private static readonly TransferCall Transfer = new(ActionSamples.User);

    [Fact]
    public async Task Action_TriedAgain_IsTheSameRequest()
    {
        TwoGateways gateways = new(() => FakeTransport.InOrder(
            () => throw new HttpRequestException(HttpRequestError.ResponseEnded, "broken"),
            () => FakeTransport.Json(500, null),
            () => FakeTransport.Json(202, "{}")));

        (await gateways.SdkAsync(Transfer)).Should().Be(new ActionAccepted());

        gateways.Client.Requests.Should().HaveCount(3).And.OnlyContain(sent =>
            sent.Header(WireHeaders.RepeatabilityRequestId) == TwoGateways.RepeatabilityId
            && sent.Header(WireHeaders.RepeatabilityFirstSent) == TwoGateways.FirstSent);
        gateways.Client.Requests.Select(sent => sent.Header(WireHeaders.ClientRequestId)).Distinct().Should().ContainSingle();
    }

    [Fact]
    public async Task Action_ExecutedAgain_IsTheSameRequest()
    {
        TwoGateways gateways = new(() => FakeTransport.Always(202, "{}"));

        await gateways.SdkAsync(Transfer);
        await gateways.SdkAsync(Transfer);

        gateways.Client.Requests.Should().HaveCount(2).And.OnlyContain(sent =>
            sent.Header(WireHeaders.RepeatabilityRequestId) == TwoGateways.RepeatabilityId
            && sent.Header(WireHeaders.RepeatabilityFirstSent) == TwoGateways.FirstSent);
    }

    [Fact]
    public async Task Actions_AtTheSameTime_KeepTheirOwn()
    {
        TaskCompletionSource<bool> bothAreSent = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using Gathering transport = new(2, bothAreSent);
        TwoGateways gateways = new(() => FakeTransport.Always(202, "{}"));
        SdkCallGateway gateway = new(
            new() { ConnectionString = $"endpoint=http://localhost:8080;accesskey={TwoGateways.Key}" },
            new OneAddress(), new HttpClient(transport), gateways.RestAlone);
        CallActionRequest[] requests = [.. Enumerable.Range(0, 2).Select(_ => TwoGateways.Request(Transfer) with { RepeatabilityRequestId = Guid.NewGuid() })];

        await Task.WhenAll(requests.Select(request => gateway.ExecuteAsync(request, TestContext.Current.CancellationToken)));

        transport.Ids.Should().BeEquivalentTo(requests.Select(request => request.RepeatabilityRequestId.ToString("D")));
    }

    [Fact]
    public async Task Action_ThatTakesNone_GetsNone()
    {
        TwoGateways gateways = new(() => FakeTransport.Always(202));

        await gateways.SdkAsync(new Play(["Hello"]));

        gateways.Client.Sent.Header(WireHeaders.RepeatabilityRequestId).Should().BeNull();
        gateways.Client.Sent.Header(WireHeaders.RepeatabilityFirstSent).Should().BeNull();
    }

    private sealed class OneAddress : ICallbackAddresses
    {
        public Uri For(string instanceId) => new("https://app.example/");
    }

    /// <summary>Answers nobody before all have come.</summary>
    private sealed class Gathering(int expected, TaskCompletionSource<bool> all) : HttpMessageHandler
    {
        private readonly Lock _lock = new();

        public List<string?> Ids { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            lock (_lock)
            {
                Ids.Add(request.Headers.GetValues(WireHeaders.RepeatabilityRequestId).Single());
                if (Ids.Count == expected)
                    all.SetResult(true);
            }

            await all.Task;
            return FakeTransport.Json((int)HttpStatusCode.Accepted, "{}");
        }
    }
}
