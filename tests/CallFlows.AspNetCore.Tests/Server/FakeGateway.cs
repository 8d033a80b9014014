using System.Threading.Channels;
using CallFlows.Actions;

namespace CallFlows.AspNetCore.Tests.Server;

/// <summary>Accepts every action and shows it to the test.</summary>
internal sealed class FakeGateway : ICallGateway
{
    public const string ConnectionId = "connection-1";

    private readonly Channel<CallActionRequest> _requests = Channel.CreateUnbounded<CallActionRequest>();

    /// <summary>Whether there is an action the test has not seen.</summary>
    public bool HasRequests => _requests.Reader.Count > 0;

    /// <summary>The next action, which must be of this type.</summary>
    public async Task<CallActionRequest> NextAsync<TAction>()
        where TAction : CallAction
    {
        CallActionRequest request = await _requests.Reader.ReadAsync().AsTask().OrHang();
        request.Action.Should().BeOfType<TAction>();
        return request;
    }

    public Task<CallActionResult> ExecuteAsync(CallActionRequest request, CancellationToken cancellationToken)
    {
        _requests.Writer.TryWrite(request);
        return Task.FromResult<CallActionResult>(
            request.Action is AnswerCall ? new CallConnectionResult(ConnectionId, CallConnectionState.Unknown) : new ActionAccepted());
    }
}
