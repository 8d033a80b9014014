using CallFlows.Durable;
using CallFlows.Engine;
using CallFlows.Flows.Registration;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.Testing.Replay;

/// <summary>
/// Replays recorded calls over the flows of this build: a change that calls under way can't take fails a test before it is deployed. No engine,
/// emulator or clock is needed, and no activity runs.
/// </summary>
/// <example>
/// <code>ReplayGate.For(flows =&gt; flows.AddSamples()).Check("Histories");</code>
/// </example>
public sealed class ReplayGate
{
    private const string Versions = "docs/flows.md#versions";

    private readonly Action<CallFlowsBuilder> _flows;

    private ReplayGate(Action<CallFlowsBuilder> flows) => _flows = flows;

    /// <summary>A gate for the flows of an application.</summary>
    /// <param name="flows">
    /// Names them, as the application does. Services that a flow's constructor takes are added to its <see cref="CallFlowsBuilder.Services"/>; those of
    /// activities are not needed.
    /// </param>
    public static ReplayGate For(Action<CallFlowsBuilder> flows)
    {
        ArgumentNullException.ThrowIfNull(flows);
        return new ReplayGate(flows);
    }

    /// <summary>Replays every history file (<c>*.json</c>) in a folder and the folders in it.</summary>
    /// <param name="folder">The folder; a relative one is looked for beside the test's assembly, then in the current directory.</param>
    /// <exception cref="ReplayGateException">Histories don't fit the code: which, where, and what to do.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidOperationException">There is no history in it: a gate that looks at nothing must not let pass.</exception>
    public void Check(string folder)
    {
        (IReadOnlyList<BrokenHistory> broken, int count) = Look(folder);
        if (broken.Count > 0)
        {
            throw new ReplayGateException(broken, count);
        }
    }

    /// <summary>Replays a folder as <see cref="Check"/> does, and gives what does not fit instead of throwing it.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>What does not fit, in the order of the files' names; empty when all is well.</returns>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidOperationException">There is no history in it.</exception>
    public IReadOnlyList<BrokenHistory> FindBroken(string folder) => Look(folder).Broken;

    private (IReadOnlyList<BrokenHistory> Broken, int Count) Look(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        string root = FullPathOf(folder);
        string[] files = [.. Directory.EnumerateFiles(root, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        if (files.Length == 0)
        {
            throw new InvalidOperationException($"There is no history (*.json) in {root}, so nothing would be checked. Export some with 'callflows export', or correct the folder.");
        }

        ServiceCollection services = new();
        services.AddCallFlows(_flows);
        using ServiceProvider provider = services.BuildServiceProvider();
        DurableRegistry registry = provider.GetRequiredService<DurableRegistry>();
        return ([.. files.Select(file => Look(file, Path.GetRelativePath(root, file).Replace('\\', '/'), registry)).OfType<BrokenHistory>()], files.Length);
    }

    private static BrokenHistory? Look(string file, string name, DurableRegistry registry)
    {
        RecordedHistory history;
        try
        {
            history = HistoryFile.Load(file, name);
        }
        catch (HistoryFileException problem)
        {
            return new BrokenHistory(name, null, null, problem.Message.TrimEnd('.'), "A history that can't be read guards nothing.");
        }

        return HistoryReplay.FindDeparture(history, registry) is { } departure
            ? new BrokenHistory(name, history, departure, departure.Message, Advise(history, departure, registry))
            : null;
    }

    private static string Advise(RecordedHistory history, HistoryDeparture departure, DurableRegistry registry)
    {
        int? highest = registry.FindOrchestrator(history.Flow)?.Version;
        if (registry.FindOrchestrator(history.Flow, history.Version) is null)
        {
            return $"Calls that began with it may be under way and would stop: register its class again, beside others ({Versions}); "
                + "or delete this file when no such call is left.";
        }

        return departure is { EventNumber: null, Made: null, CodeSource: null }
            ? "Calls under way would stop there: mend the code."
            : $"Calls under way would stop there. Leave version {history.Version} as it was, and make the change in a class of its own: "
                + $"[Flow(\"{history.Flow}\", Version = {highest + 1})] ({Versions}).";
    }

    private static string FullPathOf(string folder)
    {
        string beside = Path.Combine(AppContext.BaseDirectory, folder);
        string here = Path.GetFullPath(folder);
        return Directory.Exists(beside) ? beside
            : Directory.Exists(here) ? here
            : throw new DirectoryNotFoundException(
                $"There is no folder {beside}, nor {here}. Export histories into it, and let the project copy them beside the test's assembly.");
    }
}
