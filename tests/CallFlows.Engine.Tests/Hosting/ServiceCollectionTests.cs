using CallFlows.Durable;
using CallFlows.Engine.Tests.Time;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

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

    [Fact]
    public void Options_ThatNameNoLoggingOrClock_TakeTheContainers()
    {
        using SilentLogging logging = new();
        ManualTimeProvider clock = new();

        EngineOptions completed = new EngineOptions { MaxPayloadBytes = 2048 }.InContainerOf(logging, clock);
        EngineOptions alone = new EngineOptions().InContainerOf(null, null);

        completed.LoggerFactory.Should().BeSameAs(logging);
        completed.TimeProvider.Should().BeSameAs(clock);
        completed.MaxPayloadBytes.Should().Be(2048);
        alone.LoggerFactory.Should().BeSameAs(NullLoggerFactory.Instance);
        alone.TimeProvider.Should().BeSameAs(TimeProvider.System);
    }

    [Fact]
    public void Options_ThatNameThem_KeepTheirs()
    {
        using SilentLogging logging = new();
        EngineOptions options = new() { LoggerFactory = NullLoggerFactory.Instance, TimeProvider = TimeProvider.System };

        EngineOptions completed = options.InContainerOf(logging, new ManualTimeProvider());

        completed.LoggerFactory.Should().BeSameAs(NullLoggerFactory.Instance);
        completed.TimeProvider.Should().BeSameAs(TimeProvider.System);
    }

    [Fact]
    public async Task Engine_WithOptionsOfTheContainer_RunsOnTheContainersClock()
    {
        ManualTimeProvider clock = new();
        DurableRegistry registry = new();
        registry.AddOrchestrator("flow", context => Task.FromResult(context.Input));
        ServiceCollection services = [];
        services.AddSingleton(registry).AddSingleton<TimeProvider>(clock).AddSingleton(new EngineOptions { MaxPayloadBytes = 2048 });
        await using ServiceProvider provider = services.AddOrchestrationEngine().BuildServiceProvider();
        OrchestrationEngine engine = provider.GetRequiredService<OrchestrationEngine>();
        await engine.StartAsync();

        await engine.StartIfAbsentAsync("flow", "one", Payload.From(5));

        (await engine.GetAsync("one"))!.CreatedAt.Should().Be(clock.GetUtcNow());
    }

    private sealed class SilentLogging : ILoggerFactory
    {
        public ILogger CreateLogger(string categoryName) => NullLogger.Instance;

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public void Dispose()
        {
        }
    }
}
