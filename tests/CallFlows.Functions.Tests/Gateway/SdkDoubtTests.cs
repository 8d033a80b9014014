using System.Net;
using CallFlows.Actions;
using CallFlows.CallAutomation.Gateway;
using CallFlows.CallAutomation.Tests.Support;
using CallFlows.Functions.Gateway;
using CallFlows.Recognition;

namespace CallFlows.Functions.Tests.Gateway;

/// <summary>Requests whose fate nobody knows: those with a repeatability id are sent again, the others are not.</summary>
public sealed class SdkDoubtTests
{
    private static readonly Play Hello = new(["Hello"]);
    private static readonly Recognize Ask = new() { Kind = RecognitionKind.Dtmf, MaxTones = 1, Participant = ActionSamples.Phone };

    public static TheoryData<HttpRequestError> ErrorsAfterSending =>
        [HttpRequestError.ResponseEnded, HttpRequestError.InvalidResponse, HttpRequestError.HttpProtocolError, HttpRequestError.Unknown];

    public static TheoryData<HttpRequestError> ErrorsBeforeSending =>
        [HttpRequestError.ConnectionError, HttpRequestError.NameResolutionError, HttpRequestError.SecureConnectionError, HttpRequestError.ProxyTunnelError];

    [Theory]
    [MemberData(nameof(ErrorsAfterSending))]
    public async Task Play_ItsConnectionBreaksAfterSending_IsNotSentAgain(HttpRequestError how)
    {
        TwoGateways gateways = new(() => new FakeTransport(_ => throw new HttpRequestException(how, "broken")));

        CallActionException error = await FailAsync(gateways, Hello);

        error.Error.Should().Match<CallActionError>(e => e.MayHaveHappened && e.Status == 0);
        gateways.Client.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task Play_NoAnswerInTime_IsNotSentAgain()
    {
        TwoGateways gateways = new(() => new FakeTransport(_ => throw new TaskCanceledException("no answer in time")));

        CallActionException error = await FailAsync(gateways, Hello);

        error.Error.MayHaveHappened.Should().BeTrue();
        gateways.Client.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task Play_ItsAnswerBreaksOff_IsNotSentAgain()
    {
        TwoGateways gateways = new(() => new FakeTransport(_ => new(HttpStatusCode.Accepted) { Content = new StreamContent(new BrokenStream()) }));

        CallActionException error = await FailAsync(gateways, Hello);

        error.Error.Should().Match<CallActionError>(e => e.MayHaveHappened && e.Status == 0);
        gateways.Client.Requests.Should().ContainSingle();
    }

    [Theory]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task Recognize_AnswerLeavesItOpen_IsNotSentAgain(int status)
    {
        TwoGateways gateways = new(() => FakeTransport.Always(status));

        CallActionException error = await FailAsync(gateways, Ask);

        error.Error.Should().Match<CallActionError>(e => e.MayHaveHappened && e.Status == status);
        gateways.Client.Requests.Should().ContainSingle();
    }

    [Theory]
    [MemberData(nameof(ErrorsBeforeSending))]
    public async Task Play_NoConnectionComesAbout_IsSentAgain(HttpRequestError how)
    {
        TwoGateways gateways = new(() => FakeTransport.InOrder(
            () => throw new HttpRequestException(how, "no connection"), () => FakeTransport.Json(202, null)));

        (await gateways.SdkAsync(Hello)).Should().Be(new ActionAccepted());

        gateways.Client.Requests.Should().HaveCount(2);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Play_TurnedAwayUndone_IsSentAgain(int status)
    {
        TwoGateways gateways = new(() => FakeTransport.InOrder(() => FakeTransport.Json(status, null), () => FakeTransport.Json(202, null)));

        (await gateways.SdkAsync(Hello)).Should().Be(new ActionAccepted());

        gateways.Client.Requests.Should().HaveCount(2);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Play_TurnedAwayUndoneForTooLong_HasCertainlyNotHappened(int status)
    {
        TwoGateways gateways = new(() => FakeTransport.Always(status), options => options.MaxRetries = 1);

        CallActionException error = await FailAsync(gateways, Hello);

        error.Error.Should().Match<CallActionError>(e => !e.MayHaveHappened && e.IsTransient);
        gateways.Client.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task Play_ServiceCannotBeReached_HasCertainlyNotHappened()
    {
        TwoGateways gateways = new(
            () => new FakeTransport(_ => throw new HttpRequestException(HttpRequestError.ConnectionError, "connection refused")), options => options.MaxRetries = 2);

        CallActionException error = await FailAsync(gateways, Hello);

        error.Error.Should().Match<CallActionError>(e => !e.MayHaveHappened && e.Status == 0);
        error.Message.Should().Contain("could not be reached").And.Contain("connection refused");
        gateways.Client.Requests.Should().HaveCount(3);
    }

    [Fact]
    public async Task Play_BreaksAfterARefusedConnection_IsInDoubt()
    {
        TwoGateways gateways = new(() => FakeTransport.InOrder(
            () => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused"),
            () => throw new HttpRequestException(HttpRequestError.ResponseEnded, "broken")));

        CallActionException error = await FailAsync(gateways, Hello);

        error.Error.MayHaveHappened.Should().BeTrue();
        gateways.Client.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task TransferCall_NotReachedAfterItWasTurnedAway_TellsTheLastOfIt()
    {
        TwoGateways gateways = new(() => FakeTransport.InOrder(
            () => FakeTransport.Json(503, null),
            () => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused")), options => options.MaxRetries = 1);

        CallActionException error = await FailAsync(gateways, new TransferCall(ActionSamples.User));

        error.Status.Should().Be(0, "an answer to an earlier try says nothing of the last one");
    }

    [Fact]
    public async Task CancelAllMedia_ItsConnectionBreaks_IsSentAgain()
    {
        TwoGateways gateways = new(() => FakeTransport.InOrder(
            () => throw new HttpRequestException(HttpRequestError.ResponseEnded, "broken"), () => FakeTransport.Json(202, null)));

        (await gateways.SdkAsync(new CancelAllMedia())).Should().Be(new ActionAccepted(), "doing it twice comes to the same");
    }

    [Fact]
    public async Task Caller_WhoGivesUp_GetsACancellation()
    {
        using CancellationTokenSource stop = new();
        TwoGateways gateways = new(() => new FakeTransport(_ =>
        {
            stop.Cancel();
            throw new OperationCanceledException(stop.Token);
        }));

        Func<Task> play = () => gateways.Sdk.ExecuteAsync(TwoGateways.Request(Hello), stop.Token);

        await play.Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task CallerOfConnectCall_WhoGivesUp_NeedsNotWaitForTheClient()
    {
        using CancellationTokenSource stop = new();
        using NeverAnswers transport = new(stop);
        CallGatewayOptions options = new()
        {
            ConnectionString = $"endpoint=http://localhost:8080;accesskey={TwoGateways.Key}",
            MaxRetries = 0,
            NetworkTimeout = TimeSpan.FromSeconds(1),
        };
        TwoGateways others = new(() => FakeTransport.Always(200));
        SdkCallGateway gateway = new(options, new OneAddress(), new HttpClient(transport), others.RestAlone);

        Func<Task> connect = () => gateway.ExecuteAsync(TwoGateways.Request(ActionSamples.Sent["connect: to a room"]), stop.Token);

        (await connect.Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken
            .Should().Be(stop.Token, "it is not the time-out that ends it");
    }

    private static async Task<CallActionException> FailAsync(TwoGateways gateways, CallAction action)
    {
        Func<Task> execute = () => gateways.SdkAsync(action);
        CallActionException error = (await execute.Should().ThrowAsync<CallActionException>()).Which;
        Func<Task> overRest = () => gateways.RestAsync(action);
        (await overRest.Should().ThrowAsync<CallActionException>()).Which.Error.Should().Be(error.Error, "both gateways behave alike");
        gateways.Client.Requests.Should().HaveCount(gateways.Rest.Requests.Count);
        return error;
    }

    private sealed class OneAddress : ICallbackAddresses
    {
        public Uri For(string instanceId) => new("https://app.example/");
    }

    private sealed class NeverAnswers(CancellationTokenSource stop) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await stop.CancelAsync();
            return await new TaskCompletionSource<HttpResponseMessage>().Task.WaitAsync(cancellationToken);
        }
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override int Read(byte[] buffer, int offset, int count) => throw new IOException("broken off");

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("broken off");
    }
}
