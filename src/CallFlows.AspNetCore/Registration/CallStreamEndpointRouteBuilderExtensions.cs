using System.Diagnostics.CodeAnalysis;
using CallFlows.AspNetCore.Streams;
using CallFlows.CallAutomation.Security;
using CallFlows.CallAutomation.Streams;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Adds the endpoints that take calls' streams of sound and of transcription.</summary>
public static class CallStreamEndpointRouteBuilderExtensions
{
    /// <summary>Takes streams at a path with a handler that is made from the services of each request.</summary>
    /// <typeparam name="THandler">The application's handler; it needn't be registered.</typeparam>
    /// <param name="endpoints">The application's endpoints.</param>
    /// <param name="pattern">The path, as in the flow's <c>TransportUri</c>; values of its route come as <see cref="CallStreamConnection.Parameters"/>.</param>
    /// <param name="configure">Changes the bounds; null for the defaults.</param>
    /// <returns>The endpoint, to add conventions to.</returns>
    /// <exception cref="ArgumentException">A bound is out of its range.</exception>
    /// <exception cref="InvalidOperationException">The services lack <c>AddCallFlowsServer</c>.</exception>
    public static IEndpointConventionBuilder MapCallStream<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(
        this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern, Action<CallStreamOptions>? configure = null)
        where THandler : class, IStreamHandler =>
        Map(endpoints, pattern, configure, HandleAsync<THandler>);

    /// <summary>Takes streams at a path with a function.</summary>
    /// <param name="endpoints">The application's endpoints.</param>
    /// <param name="pattern">The path, as in the flow's <c>TransportUri</c>; values of its route come as <see cref="CallStreamConnection.Parameters"/>.</param>
    /// <param name="handle">Reads the stream, usually to its end. The token is cancelled when the socket breaks or the application stops.</param>
    /// <param name="configure">Changes the bounds; null for the defaults.</param>
    /// <returns>The endpoint, to add conventions to.</returns>
    /// <exception cref="ArgumentException">A bound is out of its range.</exception>
    /// <exception cref="InvalidOperationException">The services lack <c>AddCallFlowsServer</c>.</exception>
    public static IEndpointConventionBuilder MapCallStream(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string pattern,
        Func<CallStreamConnection, CancellationToken, Task> handle,
        Action<CallStreamOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(handle);
        return Map(endpoints, pattern, configure, (_, stream, token) => handle(stream, token));
    }

    private static IEndpointConventionBuilder Map(
        IEndpointRouteBuilder endpoints,
        string pattern,
        Action<CallStreamOptions>? configure,
        Func<IServiceProvider, CallStreamConnection, CancellationToken, Task> handle)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        if (!endpoints.ServiceProvider.GetRequiredService<IServiceProviderIsService>().IsService(typeof(CallbackTokenValidator)))
        {
            throw new InvalidOperationException("Nothing checks the tokens of streams; call services.AddCallFlowsServer() first.");
        }

        CallStreamOptions options = new();
        configure?.Invoke(options);
        StreamEndpoint endpoint = new(options.Checked(), handle);
        IApplicationBuilder sockets = endpoints.CreateApplicationBuilder();
        sockets.UseWebSockets();
        sockets.Run(endpoint.HandleAsync);
        return endpoints.MapGet(pattern, sockets.Build());
    }

    private static async Task HandleAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(
        IServiceProvider services, CallStreamConnection stream, CancellationToken cancellationToken)
        where THandler : class, IStreamHandler
    {
        THandler handler = ActivatorUtilities.CreateInstance<THandler>(services);
        try
        {
            await handler.HandleAsync(stream, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            switch (handler)
            {
                case IAsyncDisposable disposable:
                    await disposable.DisposeAsync().ConfigureAwait(false);
                    break;
                case IDisposable disposable:
                    disposable.Dispose();
                    break;
            }
        }
    }
}
