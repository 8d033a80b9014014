using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.Testing.Worlds;

/// <summary>HTTP between application and service without sockets.</summary>
internal sealed class InMemoryHttp : IDisposable
{
    private static readonly ServiceProvider NoServices = new ServiceCollection().AddLogging().BuildServiceProvider();

    private readonly TestServer _server = new(NoServices);
    private readonly IServiceProvider _services;

    /// <param name="address">Where it seems to be.</param>
    /// <param name="services">The services of its requests; null for none but logging.</param>
    public InMemoryHttp(Uri address, IServiceProvider? services = null)
    {
        _services = services ?? NoServices;
        ServerAddressesFeature addresses = new();
        addresses.Addresses.Add(address.GetLeftPart(UriPartial.Authority));
        _server.Features.Set<IServerAddressesFeature>(addresses);
    }

    /// <summary>The server, as others in the process see it.</summary>
    public IServer Server => _server;

    /// <summary>Begins to serve.</summary>
    public void Serve(RequestDelegate handle) => ((IServer)_server).StartAsync(new Application(handle, _services), CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>Sends requests to it.</summary>
    public HttpMessageHandler CreateHandler() => _server.CreateHandler();

    public void Dispose() => _server.Dispose();

    private sealed class Application(RequestDelegate handle, IServiceProvider services) : IHttpApplication<HttpContext>
    {
        public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures) { RequestServices = services };

        public Task ProcessRequestAsync(HttpContext context) => handle(context);

        public void DisposeContext(HttpContext context, Exception? exception)
        {
        }
    }
}
