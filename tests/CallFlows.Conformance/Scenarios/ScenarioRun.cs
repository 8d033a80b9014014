using CallFlows.Conformance.Running;
using CallFlows.Conformance.Scenarios;
using CallFlows.Emulator.Hosting;

[assembly: AssemblyFixture(typeof(ScenarioRun))]

namespace CallFlows.Conformance.Scenarios;

/// <summary>Runs all scenarios of the official client once, for all tests, against emulators of this process.</summary>
public sealed class ScenarioRun : IAsyncDisposable
{
    private readonly List<CallAutomationEmulator> _emulators = [];
    private readonly DirectoryInfo _certificates = Directory.CreateTempSubdirectory("callflows-conformance-");
    private readonly Lazy<Task<ScenarioReport>> _report;

    public ScenarioRun() => _report = new(RunAsync);

    internal Task<ScenarioReport> ReportAsync() => _report.Value;

    public async ValueTask DisposeAsync()
    {
        foreach (CallAutomationEmulator emulator in _emulators)
            await emulator.DisposeAsync();
        _certificates.Delete(recursive: true);
    }

    private async Task<ScenarioReport> RunAsync()
    {
        CallAutomationEmulator prompt = await StartAsync(options => options.ParticipantsPerPage = 2);
        // Here a phone can act between an action and its first effect.
        CallAutomationEmulator slow = await StartAsync(options => options.Latency = TimeSpan.FromSeconds(2));
        CallAutomationEmulator https = await StartAsync(options =>
        {
            options.Https.Port = 0;
            options.Https.CertificateFolder = _certificates.FullName;
        });

        NodeResult result = await NodeProgram.RunAsync(
            "run-scenarios.mjs",
            new { emulators = new { prompt = Describe(prompt), slow = Describe(slow), https = Describe(https) } },
            trusted: https.Https!.CertificateFile);

        return new ScenarioReport(
            result.Read<ReportLine>(),
            [.. _emulators.SelectMany(emulator => emulator.Actions.Entries).Select(entry => entry.Action)],
            [.. _emulators.SelectMany(emulator => emulator.Deliveries.Entries).Select(entry => entry.EventId)]);
    }

    private async Task<CallAutomationEmulator> StartAsync(Action<EmulatorOptions> configure)
    {
        CallAutomationEmulator emulator = await CallAutomationEmulator.StartAsync(options =>
        {
            options.Latency = TimeSpan.FromMilliseconds(20);
            options.Prompts.CharactersPerSecond = 100;
            options.Prompts.MinimumDuration = TimeSpan.FromMilliseconds(100);
            options.Recordings.FilesAfter = TimeSpan.FromMilliseconds(100);
            options.RequireCognitiveServices = true;
            configure(options);
        });
        _emulators.Add(emulator);
        return emulator;
    }

    private static object Describe(CallAutomationEmulator emulator) => new
    {
        endpoint = emulator.Endpoint,
        connectionString = emulator.ConnectionString,
        metadata = emulator.MetadataAddress,
        audience = emulator.Audience,
        https = emulator.Https is { } https ? new { endpoint = https.Endpoint, connectionString = https.ConnectionString } : null,
    };
}
