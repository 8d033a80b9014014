using CallFlows.AspNetCore.Tests.Server;
using CallFlows.Durable;
using CallFlows.Engine;
using CallFlows.Flows;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.AspNetCore.Tests.Stories;

/// <summary>Where an application that names no engine keeps its flows.</summary>
public sealed class StoreStories : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("callflows-");

    private string Path => System.IO.Path.Combine(_folder.FullName, "deep", "calls.db");

    public void Dispose() => _folder.Delete(recursive: true);

    private sealed class Greeting : CallFlow<string, string>
    {
        protected override async Task<string> RunAsync(FlowContext flow, string input) =>
            input + await flow.WaitForSignalAsync<string>("name");
    }

    [Fact]
    public async Task Restart_GoesOnWithTheFlowsInTheFile()
    {
        string id;
        await using (FlowServer first = await StartAsync(("Store:Path", Path)))
        {
            id = await Flows(first).StartAsync<Greeting, string, string>("Hello ");
        }

        await using FlowServer second = await StartAsync(("Store:Path", Path));
        (await Flows(second).SignalAsync(id, "Ann", "name")).Should().Be(RaiseEventResult.Accepted);
        FlowOutput output = await Flows(second).WaitAsync(id).WaitAsync(Guard.Patience);

        output.Result.To<string>().Should().Be("Hello Ann");
    }

    [Fact]
    public async Task Memory_ForgetsFlowsAndMakesNoFile()
    {
        string id;
        await using (FlowServer first = await StartAsync(("Store:Path", Path), ("Store:InMemory", "true")))
        {
            id = await Flows(first).StartAsync<Greeting, string, string>("Hello ");
        }

        await using FlowServer second = await StartAsync(("Store:Path", Path), ("Store:InMemory", "true"));

        (await Flows(second).SignalAsync(id, "Ann", "name")).Should().Be(RaiseEventResult.NotFound);
        File.Exists(Path).Should().BeFalse();
    }

    [Fact]
    public async Task FileOfAnotherServer_IsRefusedAtStart()
    {
        await using FlowServer first = await StartAsync(("Store:Path", Path));
        await using FlowServer second = Build(("Store:Path", Path));

        (await FluentActions.Awaiting(second.StartAsync).Should().ThrowAsync<OrchestrationStoreException>())
            .WithMessage("*in use by another engine*");
    }

    private static CallFlowClient Flows(FlowServer server) => server.Services.GetRequiredService<CallFlowClient>();

    private static async Task<FlowServer> StartAsync(params (string, string?)[] settings)
    {
        FlowServer server = Build(settings);
        await server.StartAsync();
        return server;
    }

    private static FlowServer Build(params (string, string?)[] settings) =>
        FlowServer.Build(flows => flows.Add<Greeting, string, string>(), settings, isServersEngine: true);
}
