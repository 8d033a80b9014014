using CallFlows.Emulator.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CallFlows.Emulator.Callbacks;

/// <summary>Where the emulator can be reached, once its server has started.</summary>
internal sealed class EmulatorAddress(IServer server, EmulatorOptions options)
{
    public const string MetadataPath = "/calling/.well-known/acsopenidconfiguration";
    public const string KeysPath = "/calling/keys";

    /// <summary>Without a slash at its end.</summary>
    public string Base
    {
        get
        {
            string? address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
            return (address ?? "http://localhost").TrimEnd('/')
                .Replace("://0.0.0.0", "://127.0.0.1", StringComparison.Ordinal)
                .Replace("://[::]", "://localhost", StringComparison.Ordinal);
        }
    }

    public string Issuer => Base;

    public string MetadataAddress => Base + MetadataPath;

    public string ConnectionString => $"endpoint={Base}/;accesskey={options.AccessKey}";
}
