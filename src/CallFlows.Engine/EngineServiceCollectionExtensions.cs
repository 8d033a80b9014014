using CallFlows.Durable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CallFlows.Engine;

/// <summary>Adds an embedded engine to a container.</summary>
public static class EngineServiceCollectionExtensions
{
    /// <summary>
    /// Adds an in-memory <see cref="OrchestrationEngine"/>, also as <see cref="IOrchestrationClient"/>. It runs what the container's
    /// <see cref="DurableRegistry"/> holds. Whoever hosts it awaits <see cref="OrchestrationEngine.StartAsync"/>.
    /// </summary>
    /// <param name="services">The container's services.</param>
    /// <param name="options">How it runs; null for the container's <see cref="EngineOptions"/>, or the defaults with its logging and <see cref="TimeProvider"/>.</param>
    public static IServiceCollection AddOrchestrationEngine(this IServiceCollection services, EngineOptions? options = null) =>
        services.AddOrchestrationEngine(static _ => null, options);

    /// <summary>
    /// Adds an <see cref="OrchestrationEngine"/>, also as <see cref="IOrchestrationClient"/>, with a store that is chosen when it is made. Whoever
    /// hosts it awaits <see cref="OrchestrationEngine.StartAsync"/>.
    /// </summary>
    /// <param name="services">The container's services.</param>
    /// <param name="store">Gives the SQLite file it keeps its instances in, or null for memory.</param>
    /// <param name="options">How it runs; null for the container's <see cref="EngineOptions"/>, or the defaults with its logging and <see cref="TimeProvider"/>.</param>
    public static IServiceCollection AddOrchestrationEngine(
        this IServiceCollection services, Func<IServiceProvider, SqliteStoreOptions?> store, EngineOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(store);
        services.AddSingleton(provider =>
        {
            DurableRegistry registry = provider.GetRequiredService<DurableRegistry>();
            EngineOptions chosen = options ?? OptionsFrom(provider);
            return store(provider) is { } file
                ? OrchestrationEngine.CreateSqlite(registry, file, chosen)
                : OrchestrationEngine.CreateInMemory(registry, chosen);
        });
        services.AddSingleton<IOrchestrationClient>(provider => provider.GetRequiredService<OrchestrationEngine>());
        return services;
    }

    private static EngineOptions OptionsFrom(IServiceProvider provider)
    {
        if (provider.GetService<EngineOptions>() is { } given)
        {
            return given;
        }

        EngineOptions options = new();
        return options with
        {
            LoggerFactory = provider.GetService<ILoggerFactory>() ?? options.LoggerFactory,
            TimeProvider = provider.GetService<TimeProvider>() ?? options.TimeProvider,
        };
    }
}
