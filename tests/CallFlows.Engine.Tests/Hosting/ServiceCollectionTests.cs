using CallFlows.Durable;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.Engine.Tests.Hosting;

public sealed class ServiceCollectionTests
{
    [Fact]
    public async Task AddOrchestrationEngine_GivesOneEngineThatIsTheClient()
    {
        DurableRegistry registry = new();
        registry.AddOrchestrator("flow", context => Task.FromResult(context.Input));
        ServiceCollection services = [];
        services.AddSingleton(registry).AddOrchestrationEngine();
        await using ServiceProvider provider = services.BuildServiceProvider();

        OrchestrationEngine engine = provider.GetRequiredService<OrchestrationEngine>();
        await engine.StartAsync();
        IOrchestrationClient client = provider.GetRequiredService<IOrchestrationClient>();
        await client.StartIfAbsentAsync("flow", "one", Payload.From(5));

        client.Should().BeSameAs(engine);
        (await client.WaitForCompletionAsync("one").WaitAsync(TimeSpan.FromSeconds(30))).Output.To<int>().Should().Be(5);
    }
}
