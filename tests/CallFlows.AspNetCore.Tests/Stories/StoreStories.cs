using CallFlows.AspNetCore.Tests.Server;
using CallFlows.Durable;
using CallFlows.Engine;
using CallFlows.Flows;
using CallFlows.Flows.Registration;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.AspNetCore.Tests.Stories;

/// <summary>Where an application that names no engine keeps its flows.</summary>
public sealed class StoreStories : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private sealed class Greeting : CallFlow<string, string>
    {
        protected override async Task<string> RunAsync(FlowContext flow, string input) =>
            input + await flow.WaitForSignalAsync<string>("name");
    }

    [Fact]
    public async Task Restart_GoesOnWithTheFlowsInTheFile()
    {
        string id;
        await using (FlowServer first = await _folder.StartAsync(Greetings))
        {
            id = await Flows(first).StartAsync<Greeting, string, string>("Hello ");
        }

        await using FlowServer second = await _folder.StartAsync(Greetings);
        (await Flows(second).SignalAsync(id, "Ann", "name")).Should().Be(RaiseEventResult.Accepted);
        FlowOutput output = await Flows(second).WaitAsync(id).WaitAsync(Guard.Patience);

        output.Result.To<string>().Should().Be("Hello Ann");
    }

    [Fact]
    public async Task Memory_ForgetsFlowsAndMakesNoFile()
    {
        string id;
        await using (FlowServer first = await _folder.StartAsync(Greetings, ("Store:InMemory", "true")))
        {
            id = await Flows(first).StartAsync<Greeting, string, string>("Hello ");
        }

        await using FlowServer second = await _folder.StartAsync(Greetings, ("Store:InMemory", "true"));

        (await Flows(second).SignalAsync(id, "Ann", "name")).Should().Be(RaiseEventResult.NotFound);
        File.Exists(_folder.Store).Should().BeFalse();
    }

    [Fact]
    public async Task FileOfAnotherServer_IsRefusedAtStart()
    {
        await using FlowServer first = await _folder.StartAsync(Greetings);
        await using FlowServer second = _folder.Build(Greetings);

        (await FluentActions.Awaiting(second.StartAsync).Should().ThrowAsync<OrchestrationStoreException>())
            .WithMessage("*in use by another engine*");
    }

    private static CallFlowClient Flows(FlowServer server) => server.Services.GetRequiredService<CallFlowClient>();

    private static void Greetings(CallFlowsBuilder flows) => flows.Add<Greeting, string, string>();
}
