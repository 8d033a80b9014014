using System.CommandLine;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using CallFlows.AspNetCore.Settings;
using CallFlows.Benchmarks.Http.Feed;
using CallFlows.Benchmarks.Http.Load;
using CallFlows.Benchmarks.Measuring;
using CallFlows.Benchmarks.Processes;
using CallFlows.Benchmarks.Stores;
using CallFlows.CallAutomation;
using CallFlows.Durable;
using CallFlows.Engine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CallFlows.Benchmarks.Http.App;

/// <summary>An application as one is written with CallFlows, in a process of its own.</summary>
internal static class AppProcess
{
    private const string Verb = "app-process";
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(20);

    public static Command Command()
    {
        Argument<string> wanted = new("case");
        Command command = new(Verb) { Hidden = true, Arguments = { wanted } };
        command.SetAction(arguments => RunAsync(JsonSerializer.Deserialize<AppCase>(arguments.GetRequiredValue(wanted), LineJson.Options)!));
        return command;
    }

    public static LineProcess Start(AppCase app) =>
        LineProcess.Start(OwnProcess.StartInfo([Verb, JsonSerializer.Serialize(app, LineJson.Options)]));

    private static async Task RunAsync(AppCase wanted)
    {
        await using ActionFeed feed = await ActionFeed.ConnectAsync(wanted.FeedPort);
        await using WebApplication app = Build(wanted, feed);
        await app.StartAsync();
        Uri url = new(app.Urls.Single());

        // Known only now that it listens; callback addresses are made of it.
        app.Services.GetRequiredService<IOptions<CallFlowsServerOptions>>().Value.PublicUrl = url;
        OrchestrationEngine engine = app.Services.GetRequiredService<OrchestrationEngine>();
        Meter meter = new();
        LineInput.Answer(new AppAnswer(url, meter.Read(), 0, 0));
        while (await LineInput.ReadAsync<AppQuestion>() is { } question)
        {
            LineInput.Answer(new AppAnswer(
                url,
                meter.Read(),
                question.Settle ? await SettleAsync(engine) : 0,
                question.Settle ? await CountAsync(engine, OrchestrationStatus.Failed, OrchestrationStatus.Terminated) : 0));
            meter = new Meter();
        }

        await app.StopAsync();
    }

    private static WebApplication Build(AppCase wanted, ActionFeed feed)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning).AddConsole(
            console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddKeyedSingleton(CallAutomationServiceCollectionExtensions.HttpClientKey, new HttpClient(wanted.InProcessKeys is { } keys
            ? new InProcessService(feed, CallbackTokens.Issuer, keys)
            : new ReportingHandler(feed)));
        builder.Services.AddCallFlows(flows => flows.Add<FourActionFlow>(when => when.Called(CallFlowsTarget.Called)));
        builder.Services.AddSingleton(provider => EngineUnderTest.Create(
            wanted.Store, provider.GetRequiredService<DurableRegistry>(), wanted.Folder,
            new EngineOptions { LoggerFactory = provider.GetRequiredService<ILoggerFactory>() }));
        builder.Services.AddSingleton<IOrchestrationClient>(provider => provider.GetRequiredService<OrchestrationEngine>());
        builder.Services.AddCallFlowsServer(server =>
        {
            server.PublicUrl = new Uri("http://127.0.0.1");
            server.CallbackKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
            server.ConnectionString = wanted.ConnectionString;
            server.Jwt.MetadataAddress = wanted.MetadataAddress;
            server.Jwt.Audience = wanted.Audience;
        });
        WebApplication app = builder.Build();
        app.MapCallFlows();
        return app;
    }

    // The last turn of a call may come after its last callback was acknowledged.
    private static async Task<long> SettleAsync(OrchestrationEngine engine)
    {
        long patience = Stopwatch.GetTimestamp() + (30 * Stopwatch.Frequency);
        while (await AnyAsync(engine, OrchestrationStatus.Pending, OrchestrationStatus.Running))
        {
            if (Stopwatch.GetTimestamp() > patience)
            {
                throw new InvalidOperationException("Calls are still under way 30 seconds after their last callback.");
            }

            await Task.Delay(Between);
        }

        return await CountAsync(engine, OrchestrationStatus.Completed);
    }

    private static async Task<bool> AnyAsync(OrchestrationEngine engine, params OrchestrationStatus[] statuses) =>
        (await engine.QueryAsync(new OrchestrationQuery { Statuses = statuses, PageSize = 1 })).Instances.Count > 0;

    private static async Task<long> CountAsync(OrchestrationEngine engine, params OrchestrationStatus[] statuses)
    {
        OrchestrationQuery query = new() { Statuses = statuses, PageSize = 1_000 };
        long count = 0;
        OrchestrationPage page;
        do
        {
            page = await engine.QueryAsync(query);
            count += page.Instances.Count;
            query = query with { ContinuationToken = page.ContinuationToken };
        }
        while (page.ContinuationToken is not null);
        return count;
    }
}
