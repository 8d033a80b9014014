using System.Globalization;
using CallFlows.Benchmarks.Http.App;
using CallFlows.Benchmarks.Http.Feed;
using CallFlows.Benchmarks.Http.Load;
using CallFlows.Benchmarks.Measuring;
using CallFlows.Benchmarks.Stores;
using CallFlows.Benchmarks.Workload;
using CallFlows.Emulator.Hosting;
using CallFlows.Emulator.Phones;

namespace CallFlows.Benchmarks.Http.Emulated;

/// <summary>An application whose service is the emulator, in this process: phones call, hear, press a key and are hung up on.</summary>
internal sealed class EmulatedApplication : IHttpContender
{
    private readonly ActionListener _actions;
    private readonly CallbackTimer _timer;
    private readonly CallAutomationEmulator _emulator;
    private readonly AppUnderLoad _app;
    private readonly int _callers;

    private EmulatedApplication(
        ActionListener actions, CallbackTimer timer, CallAutomationEmulator emulator, AppUnderLoad app, int callers)
    {
        _actions = actions;
        _timer = timer;
        _emulator = emulator;
        _app = app;
        _callers = callers;
    }

    public static async Task<EmulatedApplication> StartAsync(StoreKind store, int callers, RunSettings settings)
    {
        WorkFolder folder = WorkFolder.Create(settings.Folder);
        ActionListener actions = new();
        CallbackTimer timer = new();
        actions.Heard = timer.Acted;
        CallAutomationEmulator emulator = await CallAutomationEmulator.StartAsync(options =>
        {
            options.Latency = TimeSpan.Zero;
            options.Prompts.CharactersPerSecond = 10_000;
            options.Prompts.MinimumDuration = TimeSpan.FromMilliseconds(1);
            options.CreateHttpHandler = () => timer;
        });
        (AppUnderLoad app, Uri url) = await AppUnderLoad.StartAsync(new AppCase(
            store, folder.FullPath, actions.Port, emulator.ConnectionString, emulator.MetadataAddress, emulator.Audience, InProcessKeys: null), folder);
        await emulator.SubscribeAsync(new Uri(url, "/callflows/events"));
        EmulatedApplication application = new(actions, timer, emulator, app, callers);
        await application.RunAsync(settings.HttpWarmUp());
        return application;
    }

    public Task<HttpRound> MeasureAsync(TimeSpan length) => RunAsync(CallQuota.For(length));

    public Task<double?> CloseAsync() => _app.CloseAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _emulator.DisposeAsync();
        _timer.Dispose();
        await _actions.DisposeAsync();
    }

    private Task<HttpRound> RunAsync(CallQuota quota) => _app.MeasureAsync(async () =>
    {
        _timer.Reset();
        Meter meter = new();
        long held = await HoldAsync(_emulator, _callers, quota);
        return new HttpLoadResult(held, meter.Read(), _timer.ToAcknowledgement, _timer.ToNextAction);
    });

    private static async Task<long> HoldAsync(CallAutomationEmulator emulator, int callers, CallQuota quota)
    {
        PhoneScript script = PhoneScript.Create()
            .Calls(CallFlowsTarget.Called)
            .Hears(FourActionFlow.Question, HearPoint.End).Presses("1")
            .WaitsForHangUp();
        long[] held = await Task.WhenAll(Enumerable.Range(0, callers).Select(number => Task.Run(async () =>
        {
            VirtualPhone phone = emulator.Phones.Get(string.Create(CultureInfo.InvariantCulture, $"+1425555{number:D4}"));
            long calls = 0;
            for (; quota.TryTake(); calls++)
            {
                PhoneScriptResult result = await phone.Run(script).Completion;
                if (!result.IsCompleted)
                {
                    throw new InvalidOperationException($"A call did not go as scripted: {result}");
                }
            }

            return calls;
        })));
        return held.Sum();
    }
}
