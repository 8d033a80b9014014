using CallFlows.CrashTests.Application;
using CallFlows.Durable;
using CallFlows.Engine;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.CrashTests.Judging;

/// <summary>What the application's store holds in the end.</summary>
/// <param name="Instances">All flows by id.</param>
/// <param name="Histories">Their histories.</param>
internal sealed record StoreContent(
    IReadOnlyDictionary<string, OrchestrationState> Instances, IReadOnlyDictionary<string, IReadOnlyList<HistoryEvent>> Histories)
{
    public static async Task<StoreContent> ReadAsync(ApplicationSettings settings)
    {
        ServiceCollection services = new();
        ApplicationParts.Add(services, settings);
        services.AddSingleton<Actions.ICallGateway, NoGateway>();
        await using ServiceProvider provider = services.BuildServiceProvider();
        OrchestrationEngine engine = provider.GetRequiredService<OrchestrationEngine>();
        await engine.StartAsync();

        Dictionary<string, OrchestrationState> instances = [];
        Dictionary<string, IReadOnlyList<HistoryEvent>> histories = [];
        OrchestrationQuery query = new() { PageSize = 1000 };
        do
        {
            OrchestrationPage page = await engine.QueryAsync(query);
            foreach (OrchestrationState instance in page.Instances)
            {
                instances.Add(instance.InstanceId, instance);
                histories.Add(instance.InstanceId, (await engine.GetHistoryAsync(instance.InstanceId))!);
            }

            query = query with { ContinuationToken = page.ContinuationToken };
        }
        while (query.ContinuationToken is not null);

        return new StoreContent(instances, histories);
    }
}
