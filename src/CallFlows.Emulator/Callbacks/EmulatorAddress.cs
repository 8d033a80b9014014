using CallFlows.Emulator.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CallFlows.Emulator.Callbacks;

/// <summary>Where the emulator can be reached, once its server has started.</summary>
internal sealed class EmulatorAddress(IServer server, EmulatorOptions options)
{
    public const string MetadataPath = "/calling/.well-known/acsopenidconfiguration";
    public const string KeysPath = "/calling/keys";

    /// <summary>Without a slash at its end; the http one when there are both.</summary>
    public string Base => Http ?? Https ?? "http://localhost";

    /// <summary>The address for plain http; null when there is none.</summary>
    public string? Http => Find(Uri.UriSchemeHttp);

    /// <summary>The address for https; null when there is none.</summary>
    public string? Https => Find(Uri.UriSchemeHttps);

    /// <summary>The same in every token and in the metadata at every address.</summary>
    public string Issuer => Base;

    public string ConnectionString => ConnectionStringOf(Base);

    public static string MetadataAddressOf(string address) => address + MetadataPath;

    public string MetadataAddress => MetadataAddressOf(Base);

    public string ConnectionStringOf(string address) => $"endpoint={address}/;accesskey={options.AccessKey}";

    /// <summary>Where the keys are for whoever asked so: a client that only speaks https isn't sent elsewhere.</summary>
    public string KeysAddressFor(HttpRequest request) => ((request.IsHttps ? Https : Http) ?? Base) + KeysPath;

    private string? Find(string scheme) => server.Features.Get<IServerAddressesFeature>()?.Addresses
        .FirstOrDefault(address => address.StartsWith(scheme + "://", StringComparison.OrdinalIgnoreCase))?
        .TrimEnd('/')
        .Replace("://0.0.0.0", "://127.0.0.1", StringComparison.Ordinal)
        .Replace("://[::]", "://localhost", StringComparison.Ordinal);
}
