using CallFlows.CrashTests.Clock;
using CallFlows.CrashTests.Flows;
using CallFlows.Durable;
using CallFlows.Engine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CallFlows.CrashTests.Application;

/// <summary>What the application runs on, the same in every process over one file: flows, activities, engine, clock.</summary>
internal static class ApplicationParts
{
    public static IServiceCollection Add(IServiceCollection services, ApplicationSettings settings)
    {
        FastClock clock = new(settings.ClockBeginning, settings.ClockSpeed);
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton(new Ledger(settings.Ledger));
        services.AddCallFlows(flows => flows
            .Add<MenuLine>(when => when.Called(Lines.Menu))
            .Add<StoryLine>(when => when.Called(Lines.Story))
            .Add<AnnouncementLine>(when => when.Called(Lines.Announcement))
            .Add<TransferLine>(when => when.Called(Lines.Transfer))
            .Add<ConferenceLine>(when => when.Called(Lines.Conference))
            .Add<QueueLine>(when => when.Called(Lines.Queue))
            .AddActivity<LedgerWriter>());
        services.AddSingleton(provider => OrchestrationEngine.CreateSqlite(
            provider.GetRequiredService<DurableRegistry>(),
            new SqliteStoreOptions { Path = settings.Store },
            new EngineOptions { TimeProvider = clock, LoggerFactory = provider.GetRequiredService<ILoggerFactory>() }));
        services.AddSingleton<IOrchestrationClient>(provider => provider.GetRequiredService<OrchestrationEngine>());
        return services;
    }
}
