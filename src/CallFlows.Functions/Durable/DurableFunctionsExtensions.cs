using Azure.Core.Serialization;
using CallFlows.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.Functions.Durable;

/// <summary>Puts the orchestrations of the app's task hub into its services.</summary>
internal static class DurableFunctionsExtensions
{
    /// <summary>Adds the client and the runner of activities. The registry, a clock and logging are the caller's to add.</summary>
    public static IServiceCollection AddDurableFunctions(this IServiceCollection services)
    {
        // What crosses to the task hub is written as flows write it, whatever the app's other functions do: payloads are JSON, not JSON in strings.
        services.Configure<WorkerOptions>(worker => worker.Serializer = new JsonObjectSerializer(DurableJson.Options));
        services.AddSingleton<DurableFunctionsClient>();
        services.AddSingleton<IOrchestrationClient>(provider => provider.GetRequiredService<DurableFunctionsClient>());
        services.AddSingleton<ActivityRunner>();
        return services;
    }
}
