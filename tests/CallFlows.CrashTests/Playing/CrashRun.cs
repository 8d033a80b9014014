using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.Json;
using CallFlows.CrashTests.Application;
using CallFlows.CrashTests.Clock;
using CallFlows.CrashTests.Flows;
using CallFlows.CrashTests.Judging;
using CallFlows.Emulator.Callbacks;
using CallFlows.Emulator.Faults;
using CallFlows.Emulator.Hosting;
using Microsoft.Extensions.Logging;

namespace CallFlows.CrashTests.Playing;

/// <summary>Plays calls through an application that is killed again and again, and has the judge look at what came of them.</summary>
internal sealed class CrashRun(CrashOptions options, Action<string> tell)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    private readonly Random _killing = new(options.Seed);
    private int _killsWhileStarting;

    public async Task<Verdict> RunAsync()
    {
        string folder = Directory.CreateTempSubdirectory("callflows-crash-").FullName;
        long began = Stopwatch.GetTimestamp();
        DateTimeOffset beginning = DateTimeOffset.UtcNow;
        await using CallAutomationEmulator emulator = await StartEmulatorAsync(
            new FastClock(beginning, options.Speed), new FileLog(Path.Combine(folder, "emulator.log")));
        ApplicationSettings settings = new(
            new Uri($"http://127.0.0.1:{FreePort()}"),
            Path.Combine(folder, "flows.db"),
            Path.Combine(folder, "ledger.txt"),
            emulator.ConnectionString,
            emulator.MetadataAddress,
            emulator.Audience,
            Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
            beginning,
            options.Speed);
        string settingsPath = Path.Combine(folder, "settings.json");
        settings.Write(settingsPath);

        await using ApplicationProcess application = new(settingsPath, new FileLog(Path.Combine(folder, "application.log")));
        application.Start();
        await application.WaitUntilReadyAsync();
        await emulator.SubscribeAsync(new Uri(settings.Url, "/callflows/events"));

        Task<IReadOnlyList<PlayedCall>> calling = CallAsync(emulator);
        await KillAsync(application, emulator.Deliveries, calling);
        IReadOnlyList<PlayedCall> calls = await calling;
        tell($"{calls.Count} calls begun and {options.Kills} kills done after {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s; waiting for the calls to end");
        bool inTime = await EndAsync(calls, settings);
        int exitCode = await application.StopAsync();

        Verdict verdict = await new Judge(emulator, settings, calls).JudgeAsync();
        verdict.Require(inTime, $"calls went on for more than {options.Patience} after the last kill");
        verdict.Require(exitCode == 0, $"the application stopped with exit code {exitCode}");
        verdict.Say("Kills", $"{options.Kills}, {_killsWhileStarting} of them while it started");
        verdict.Say("Start of the application", $"{application.Starts.Total.TotalSeconds / application.Starts.Count:0.00} s on average");
        verdict.Say("Time", $"{Stopwatch.GetElapsedTime(began).TotalSeconds:0} s");
        if (verdict.IsGood)
        {
            Directory.Delete(folder, recursive: true);
        }
        else
        {
            verdict.Say("Left for you to look at", folder);
        }

        return verdict;
    }

    private Task<CallAutomationEmulator> StartEmulatorAsync(FastClock clock, FileLog log) => CallAutomationEmulator.StartAsync(
        emulator =>
        {
            emulator.Seed = options.Seed;
            emulator.Prompts.FetchFiles = false;
            emulator.PhoneRingTimeout = TimeSpan.FromHours(1);
            emulator.EventGrid.Timeout = TimeSpan.FromSeconds(10);
            // Tried for longer than the application is ever away.
            emulator.Callbacks.MaxAttempts = 20;
            emulator.Callbacks.LongestRetryDelay = TimeSpan.FromSeconds(15);
            emulator.Callbacks.Timeout = TimeSpan.FromSeconds(10);
            emulator.Limits.MaxActions = 1_000_000;
            emulator.Limits.MaxDeliveries = 1_000_000;
            emulator.Limits.MaxCalls = 1_000_000;
            emulator.Limits.MaxPhones = 1_000_000;
            emulator.Limits.MaxRepeatabilityIds = 1_000_000;
            emulator.Faults = new FaultOptions
            {
                Seed = options.Seed,
                RepeatCallback = 0.1,
                DelayCallback = 0.1,
                DelayAnswer = 0.05,
                LoseAnswer = 0.02,
                FailAnswer = 0.02,
                RefuseAction = 0.02,
            };
        },
        time: clock,
        configureLogging: logging => logging.AddProvider(log));

    private async Task<IReadOnlyList<PlayedCall>> CallAsync(CallAutomationEmulator emulator)
    {
        Random planning = new(options.Seed);
        List<PlayedCall> calls = [];
        using PeriodicTimer pace = new(TimeSpan.FromSeconds(1 / options.Rate));
        for (int index = 0; index < options.Calls; index++)
        {
            while (calls.Count(call => !call.Over.IsCompleted) >= options.MostAtOnce)
            {
                await pace.WaitForNextTickAsync();
            }

            PlannedCall plan = CallPlan.Make(index, planning);
            var colleague = plan.Colleague is { } number ? emulator.Phones.Get(number).Run(plan.ColleagueScript!) : null;
            var phone = emulator.Phones.Get(plan.Caller);
            calls.Add(new PlayedCall(plan, phone, phone.Run(plan.Script), colleague));
            await pace.WaitForNextTickAsync();
        }

        return calls;
    }

    private async Task KillAsync(ApplicationProcess application, DeliveryLog deliveries, Task<IReadOnlyList<PlayedCall>> calling)
    {
        for (int kill = 1; kill <= options.Kills; kill++)
        {
            // Some kills hit the start, when the store is read and everything goes on at once.
            bool starting = _killing.Next(10) == 0;
            if (starting)
            {
                _killsWhileStarting++;
                await Task.Delay(TimeSpan.FromSeconds(_killing.NextDouble()));
            }
            else
            {
                await application.WaitUntilReadyAsync();
                await LetLiveAsync(deliveries, calling);
            }

            await application.KillAsync();
            application.Start();
            if (kill % 20 == 0)
            {
                tell($"{kill} kills");
            }
        }

        await application.WaitUntilReadyAsync();
    }

    private async Task LetLiveAsync(DeliveryLog deliveries, Task<IReadOnlyList<PlayedCall>> calling)
    {
        long before = deliveries.Total;
        int enough = _killing.Next(1, options.MostCallbacks + 1);
        Stopwatch life = Stopwatch.StartNew();
        while (deliveries.Total - before < enough)
        {
            bool isIdle = deliveries.Total == before && !(calling.IsCompleted && calling.Result.All(call => call.Over.IsCompleted));
            if (life.Elapsed > (isIdle ? options.LongestIdleness : options.LongestLife))
            {
                break;
            }

            await Task.Delay(1);
        }
    }

    private async Task<bool> EndAsync(IReadOnlyList<PlayedCall> calls, ApplicationSettings settings)
    {
        Ledger ledger = new(settings.Ledger);
        using HttpClient application = new() { BaseAddress = settings.Url };
        Task over = Task.WhenAll(calls.Select(call => call.Over));
        Stopwatch waited = Stopwatch.StartNew();
        while (!over.IsCompleted || ledger.Read().DistinctBy(line => line.InstanceId).Count() < calls.Count || await AnyFlowRunsAsync(application))
        {
            if (waited.Elapsed > options.Patience)
            {
                return false;
            }

            await Task.Delay(Look);
        }

        return true;
    }

    /// <summary>Whether a flow has not ended. Its last step comes after its line in the ledger: it leaves its call.</summary>
    private static async Task<bool> AnyFlowRunsAsync(HttpClient application)
    {
        using JsonDocument page = JsonDocument.Parse(await application.GetStringAsync("/callflows/instances?status=pending,running&pageSize=1"));
        return page.RootElement.GetProperty("instances").GetArrayLength() > 0;
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
