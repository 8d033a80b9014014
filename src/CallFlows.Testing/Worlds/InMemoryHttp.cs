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

    /// <param name="address">Where it seems to be.</param>
    public InMemoryHttp(Uri address)
    {
        ServerAddressesFeature addresses = new();
        addresses.Addresses.Add(address.GetLeftPart(UriPartial.Authority));
        _server.Features.Set<IServerAddressesFeature>(addresses);
    }

    /// <summary>The server, as others in the process see it.</summary>
    public IServer Server => _server;

    /// <summary>Begins to serve.</summary>
    public void Serve(RequestDelegate handle) => ((IServer)_server).StartAsync(new Application(handle), CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>Sends requests to it.</summary>
    public HttpMessageHandler CreateHandler() => _server.CreateHandler();

    public void Dispose() => _server.Dispose();

    private sealed class Application(RequestDelegate handle) : IHttpApplication<HttpContext>
    {
        public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures) { RequestServices = NoServices };

        public async Task ProcessRequestAsync(HttpContext context)
        {
            try
            {
                await handle(context).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
            {
                // Whoever asked has gone. The server calls a request complete only when its handler ends well, and the clock waits for that.
            }
        }

        public void DisposeContext(HttpContext context, Exception? exception)
        {
        }
    }
}
