using System.Diagnostics;
using CallFlows.Calls.Transcripts;
using CallFlows.Durable;
using CallFlows.Emulator.Phones;
using CallFlows.Flows;
using CallFlows.Samples;
using CallFlows.Samples.Clinic;
using CallFlows.Samples.Shop;
using CallFlows.Testing.Hosting;
using Spectre.Console;

namespace CallFlows.Local.Demo;

/// <summary>Plays the demo, and compares what happened with the script.</summary>
internal sealed class DemoCommand(IAnsiConsole console)
{
    public Task<int> RunAsync(CancellationToken cancellationToken) => RunAsync(new DemoPlay(), cancellationToken);

    public async Task<int> RunAsync(DemoPlay play, CancellationToken cancellationToken)
    {
        console.MarkupLine("[bold]CallFlows demo[/]: seven people and three phone lines, all at once.");
        console.MarkupLine("Flows, engine and an emulator of Azure Communication Services run in this process and talk real HTTP;");
        console.MarkupLine("the clock jumps over every wait. On the left is the time of the calls, then who calls whom.");
        console.WriteLine();

        long began = Stopwatch.GetTimestamp();
        DemoScreen screen = new(console, play);
        CallFlowTestHost host = await CallFlowTestHost.StartAsync(
            flows => flows.AddSamples(),
            options => options.Services = services => services
                .AddSingleton<IClinic>(play.Clinic)
                .AddSingleton<IShop>(play.Shop)
                .AddSingleton<ICallTranscriptObserver>(screen),
            cancellationToken);
        await using (host)
        {
            DateTimeOffset opened = host.Time.GetUtcNow();
            List<(DemoCall Call, PhoneRun Run)> runs = await BeginAsync(host, play, cancellationToken);
            await host.RunUntilAsync(Task.WhenAll(runs.Select(run => run.Run.Completion)), cancellationToken);

            DemoReport report = new(console);
            foreach ((DemoCall call, PhoneRun run) in runs)
            {
                await ReportAsync(host, screen, report, call, await run.Completion, cancellationToken);
            }

            report.Add(play.Differences());
            return report.Write(host.Time.GetUtcNow() - opened, Stopwatch.GetElapsedTime(began));
        }
    }

    private static async Task<List<(DemoCall Call, PhoneRun Run)>> BeginAsync(
        CallFlowTestHost host, DemoPlay play, CancellationToken cancellationToken)
    {
        // Nothing moves until everybody is in place.
        using IDisposable held = host.Time.Hold();
        host.Phone(SampleNumbers.Sales.Number).Run(play.SalesPerson);
        List<(DemoCall Call, PhoneRun Run)> runs = [.. play.Calls.Select(call => (call, host.Phone(call.Phone.Number).Run(call.Script)))];
        await host.Flows.StartAsync<Reminder, Appointment, ReminderOutcome>(play.Reminded, cancellationToken: cancellationToken);
        return runs;
    }

    private static async Task ReportAsync(
        CallFlowTestHost host, DemoScreen screen, DemoReport report, DemoCall call, PhoneScriptResult result, CancellationToken cancellationToken)
    {
        List<string> differences = [];
        if (result.End != call.ScriptEnd)
        {
            differences.Add($"the phone's script ended otherwise: {result}");
        }

        IReadOnlyCollection<string> instances = screen.InstancesOf(call.Phone);
        if (instances.Count != 1)
        {
            differences.Add($"{instances.Count} flows had to do with this phone instead of one");
        }

        List<string> flows = [];
        List<string> outcomes = [];
        foreach (string instanceId in instances)
        {
            Task<OrchestrationState> ended = host.Orchestrations.WaitForCompletionAsync(instanceId, cancellationToken);
            OrchestrationState state = await host.RunUntilAsync(ended, cancellationToken);
            flows.Add(state.Name);
            outcomes.Add(state.Status == OrchestrationStatus.Completed
                ? state.Output.To<FlowOutput>()!.Outcome
                : $"{state.Status}: {state.Failure?.Message}");
        }

        string outcome = string.Join(", ", outcomes);
        if (outcome != call.Outcome)
        {
            differences.Add($"the flow's outcome is '{outcome}' instead of '{call.Outcome}'");
        }

        report.Add(call, string.Join(", ", flows), outcome, differences);
    }
}
