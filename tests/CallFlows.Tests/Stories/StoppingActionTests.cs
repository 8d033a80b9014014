using CallFlows.Actions;
using CallFlows.Durable;
using CallFlows.Flows.Running;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.Tests.Stories;

/// <summary>A process that stops in good order while an action is on its way to the service.</summary>
public sealed class StoppingActionTests
{
    private readonly CancellationTokenSource _stopping = new();

    [Fact]
    public async Task Play_ProcessStopsWhileItIsSent_IsNotedAsInDoubt()
    {
        CallActionReply reply = (await SendAsync(new Play(["Hello"]))).To<CallActionReply>()!;

        reply.IsInDoubt.Should().BeTrue("whether it was sent is told by its events");
    }

    [Fact]
    public async Task HangUp_ProcessStopsWhileItIsSent_IsLeftToTheNext()
    {
        Func<Task> send = () => SendAsync(new HangUpCall(ForEveryone: true));

        await send.Should().ThrowAsync<OperationCanceledException>("sending it again does no harm");
    }

    private async Task<Payload> SendAsync(CallAction action)
    {
        await using ServiceProvider services = new ServiceCollection().AddSingleton<ICallGateway>(new StopsMeanwhile(_stopping)).BuildServiceProvider();
        CallActionRequest request = new("one", "connection", action, "cf-1", Guid.Empty, DateTimeOffset.UnixEpoch);
        return await CallActionActivity.From(services)(
            new ActivityContext("one", CallActionActivity.Name, "execution", 1, Payload.From(request)), _stopping.Token);
    }

    private sealed class StopsMeanwhile(CancellationTokenSource stopping) : ICallGateway
    {
        public async Task<CallActionResult> ExecuteAsync(CallActionRequest request, CancellationToken cancellationToken)
        {
            await stopping.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
            return new ActionAccepted();
        }
    }
}
