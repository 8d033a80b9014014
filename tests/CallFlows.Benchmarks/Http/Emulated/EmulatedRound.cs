using System.Globalization;
using CallFlows.Benchmarks.Http.App;
using CallFlows.Benchmarks.Http.Feed;
using CallFlows.Benchmarks.Http.Load;
using CallFlows.Benchmarks.Measuring;
using CallFlows.Benchmarks.Processes;
using CallFlows.Benchmarks.Stores;
using CallFlows.Benchmarks.Workload;
using CallFlows.Emulator.Hosting;
using CallFlows.Emulator.Phones;

namespace CallFlows.Benchmarks.Http.Emulated;

/// <summary>A round in which the emulator, in this process, is the service: phones call, hear, press a key and are hung up on.</summary>
internal static class EmulatedRound
{
    public static async Task<HttpRound> RunAsync(StoreKind store, int callers, RunSettings settings)
    {
        using WorkFolder folder = WorkFolder.Create(settings.Folder);
        await using ActionListener actions = new();
        using CallbackTimer timer = new();
        actions.Heard = timer.Acted;
        await using CallAutomationEmulator emulator = await CallAutomationEmulator.StartAsync(options =>
        {
            options.Latency = TimeSpan.Zero;
            options.Prompts.CharactersPerSecond = 10_000;
            options.Prompts.MinimumDuration = TimeSpan.FromMilliseconds(1);
            options.CreateHttpHandler = () => timer;
        });

        HttpLoadResult load;
        AppAnswer used;
        AppAnswer settled;
        LineProcess app = AppProcess.Start(new AppCase(
            store, folder.FullPath, actions.Port, emulator.ConnectionString, emulator.MetadataAddress, emulator.Audience, InProcessKeys: null));
        await using (app)
        {
            await emulator.SubscribeAsync(new Uri((await app.ReadAsync<AppAnswer>()).Url, "/callflows/events"));
            long warmUp = await HoldAsync(emulator, callers, settings.HttpWarmUp());
            await app.AskAsync<AppQuestion, AppAnswer>(new AppQuestion(Settle: true));
            timer.Reset();
            await app.AskAsync<AppQuestion, AppAnswer>(new AppQuestion(Settle: false));
            Meter meter = new();
            long held = await HoldAsync(emulator, callers, CallQuota.For(settings.RoundLength));
            load = new HttpLoadResult(held, meter.Read(), timer.ToAcknowledgement, timer.ToNextAction);
            used = await app.AskAsync<AppQuestion, AppAnswer>(new AppQuestion(Settle: false));
            settled = await app.AskAsync<AppQuestion, AppAnswer>(new AppQuestion(Settle: true));
            HttpRound.Check(warmUp + held, settled);
        }

        return new HttpRound(load, used, store == StoreKind.Memory ? null : (double)folder.Bytes / settled.Completed);
    }

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
