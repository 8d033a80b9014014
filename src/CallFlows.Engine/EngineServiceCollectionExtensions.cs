using CallFlows.Durable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CallFlows.Engine;

/// <summary>Adds an embedded engine to a container. Options that name no logging or clock take the container's.</summary>
public static class EngineServiceCollectionExtensions
{
    /// <summary>
    /// Adds an in-memory <see cref="OrchestrationEngine"/>, also as <see cref="IOrchestrationClient"/>. It runs what the container's
    /// <see cref="DurableRegistry"/> holds. Whoever hosts it awaits <see cref="OrchestrationEngine.StartAsync"/>.
    /// </summary>
    /// <param name="services">The container's services.</param>
    /// <param name="options">How it runs; null for the container's <see cref="EngineOptions"/>, or the defaults.</param>
    public static IServiceCollection AddOrchestrationEngine(this IServiceCollection services, EngineOptions? options = null) =>
        services.AddOrchestrationEngine(static _ => null, options);

    /// <summary>
    /// Adds an <see cref="OrchestrationEngine"/>, also as <see cref="IOrchestrationClient"/>, with a store that is chosen when it is made. Whoever
    /// hosts it awaits <see cref="OrchestrationEngine.StartAsync"/>.
    /// </summary>
    /// <param name="services">The container's services.</param>
    /// <param name="store">Gives the SQLite file it keeps its instances in, or null for memory.</param>
    /// <param name="options">How it runs; null for the container's <see cref="EngineOptions"/>, or the defaults.</param>
    public static IServiceCollection AddOrchestrationEngine(
        this IServiceCollection services, Func<IServiceProvider, SqliteStoreOptions?> store, EngineOptions? options = null) =>
        services.AddOrchestrationEngine(store, provider => options ?? provider.GetService<EngineOptions>() ?? new EngineOptions());

    /// <summary>
    /// Adds an <see cref="OrchestrationEngine"/>, also as <see cref="IOrchestrationClient"/>, whose store and options are chosen when it is made.
    /// Whoever hosts it awaits <see cref="OrchestrationEngine.StartAsync"/>.
    /// </summary>
    /// <param name="services">The container's services.</param>
    /// <param name="store">Gives the SQLite file it keeps its instances in, or null for memory.</param>
    /// <param name="options">Gives how it runs.</param>
    public static IServiceCollection AddOrchestrationEngine(
        this IServiceCollection services, Func<IServiceProvider, SqliteStoreOptions?> store, Func<IServiceProvider, EngineOptions> options)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(options);
        services.AddSingleton(provider =>
        {
            DurableRegistry registry = provider.GetRequiredService<DurableRegistry>();
            EngineOptions chosen = options(provider).InContainerOf(provider.GetService<ILoggerFactory>(), provider.GetService<TimeProvider>());
            return store(provider) is { } file
                ? OrchestrationEngine.CreateSqlite(registry, file, chosen)
                : OrchestrationEngine.CreateInMemory(registry, chosen);
        });
        services.AddSingleton<IOrchestrationClient>(provider => provider.GetRequiredService<OrchestrationEngine>());
        return services;
    }
}
