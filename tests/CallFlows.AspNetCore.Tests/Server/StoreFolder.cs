using CallFlows.Flows.Registration;

namespace CallFlows.AspNetCore.Tests.Server;

/// <summary>A folder with a store, for applications that start over it one after the other.</summary>
internal sealed class StoreFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("callflows-");

    public string Store => Path.Combine(_folder.FullName, "deep", "calls.db");

    /// <summary>Makes an application over the store without starting it.</summary>
    public FlowServer Build(Action<CallFlowsBuilder> flows, params (string Setting, string? Value)[] settings) =>
        FlowServer.Build(flows, [("Store:Path", Store), .. settings], isServersEngine: true);

    public async Task<FlowServer> StartAsync(Action<CallFlowsBuilder> flows, params (string Setting, string? Value)[] settings)
    {
        FlowServer server = Build(flows, settings);
        await server.StartAsync();
        return server;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
