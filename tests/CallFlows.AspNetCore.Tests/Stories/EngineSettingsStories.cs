using CallFlows.Actions;
using CallFlows.AspNetCore.Settings;
using CallFlows.AspNetCore.Tests.Server;
using CallFlows.Engine;
using CallFlows.Flows;
using CallFlows.Flows.Registration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CallFlows.AspNetCore.Tests.Stories;

/// <summary>Operators set how the engine runs.</summary>
public sealed class EngineSettingsStories
{
    private static readonly EngineOptions OfTheApplication = new()
    {
        MaxPayloadBytes = 2048,
        ShutdownGrace = TimeSpan.FromSeconds(7),
        Retention = new RetentionPolicy
        {
            DefaultAge = TimeSpan.FromDays(1),
            Ages = new Dictionary<string, TimeSpan?> { ["Kept"] = null, ["Changed"] = TimeSpan.FromDays(2) },
        },
    };

    private sealed class EndingFlow : CallFlow<string, int>
    {
        protected override Task<int> RunAsync(FlowContext flow, string input) => Task.FromResult(input.Length);
    }

    private static void Flows(CallFlowsBuilder flows) => flows.Add<EndingFlow, string, int>();

    private static FlowServer Build(params (string Setting, string? Value)[] settings) => FlowServer.Build(
        Flows,
        [("Store:InMemory", "true"), .. settings],
        registerFirst: services => services.AddSingleton<ICallGateway>(new FakeGateway()).AddSingleton(OfTheApplication),
        isServersEngine: true);

    private static EngineOptions Applied(FlowServer server, EngineOptions options) =>
        server.Services.GetRequiredService<IOptions<CallFlowsServerOptions>>().Value.Engine.ApplyTo(options);

    [Fact]
    public async Task Settings_ThatAreGiven_TakeThePlaceOfTheApplications()
    {
        await using FlowServer server = Build(
            ("Engine:MaxLiveExecutions", "11"),
            ("Engine:MaxLiveExecutionBytes", "5000000000"),
            ("Engine:LiveExecutionIdleTime", "forever"),
            ("Engine:MaxConcurrentActivities", "12"),
            ("Engine:MaxWaitingActivities", "13"),
            ("Engine:MaxConcurrentClientCalls", "14"),
            ("Engine:MaxWaitingEvents", "15"),
            ("Engine:MaxPayloadBytes", "1024"),
            ("Engine:ShutdownGrace", "90s"),
            ("Engine:Retention:DefaultAge", "4w"),
            ("Engine:Retention:Ages:Changed", "forever"),
            ("Engine:Retention:Ages:New", "12h"));

        EngineOptions options = Applied(server, OfTheApplication);

        options.Should().BeEquivalentTo(new EngineOptions
        {
            MaxLiveExecutions = 11,
            MaxLiveExecutionBytes = 5_000_000_000,
            LiveExecutionIdleTime = Timeout.InfiniteTimeSpan,
            MaxConcurrentActivities = 12,
            MaxWaitingActivities = 13,
            MaxConcurrentClientCalls = 14,
            MaxWaitingEvents = 15,
            MaxPayloadBytes = 1024,
            ShutdownGrace = TimeSpan.FromSeconds(90),
            Retention = new RetentionPolicy
            {
                DefaultAge = TimeSpan.FromDays(28),
                Ages = new Dictionary<string, TimeSpan?> { ["Kept"] = null, ["Changed"] = null, ["New"] = TimeSpan.FromHours(12) },
            },
        });
    }

    [Fact]
    public async Task Settings_ThatAreNotGiven_LeaveTheApplications()
    {
        await using FlowServer server = Build();

        Applied(server, OfTheApplication).Should().BeEquivalentTo(OfTheApplication);
    }

    [Fact]
    public async Task Default_SetToForever_KeepsFlows()
    {
        await using FlowServer server = Build(("Engine:Retention:DefaultAge", "forever"));

        Applied(server, OfTheApplication).Retention.DefaultAge.Should().BeNull();
    }

    [Fact]
    public async Task Engine_RunsAsItIsSet_AndLogsWhereTheApplicationDoes()
    {
        await using FlowServer server = Build(("Engine:MaxPayloadBytes", "1024"));
        await server.StartAsync();

        Func<Task> start = () => server.Services.GetRequiredService<CallFlowClient>().StartAsync<EndingFlow, string, int>(new string('a', 1500));

        (await start.Should().ThrowAsync<PayloadTooLargeException>()).WithMessage("*1024*");
        server.Logs.All.Should().Contain(line => line.Category == typeof(OrchestrationEngine).FullName && line.Text.StartsWith("Engine started"));
    }
}
