using CallFlows.Actions;
using CallFlows.AspNetCore.Tests.Server;
using CallFlows.Calls;
using CallFlows.Flows;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.AspNetCore.Tests.Stories;

public sealed class ListeningStories
{
    private sealed class Line : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            await call.HangUpAsync(forEveryone: true);
        }
    }

    [Fact]
    public async Task Server_ThatTakesCallbacks_KnowsSinceWhen()
    {
        await using FlowServer server = FlowServer.Build(flows => flows.Add<Line>(when => when.Otherwise()), []);
        ICallbackListener listener = server.Services.GetRequiredService<ICallbackListener>();
        DateTimeOffset? before = listener.ListeningSince;

        await server.StartAsync();
        DateTimeOffset? meanwhile = listener.ListeningSince;
        await server.StopAsync();

        before.Should().BeNull();
        meanwhile.Should().Be(server.Clock.GetUtcNow());
        listener.ListeningSince.Should().BeNull();
    }
}
