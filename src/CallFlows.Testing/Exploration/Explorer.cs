using CallFlows.Testing.Worlds;

namespace CallFlows.Testing.Exploration;

/// <summary>Runs a story again and again, with something else going wrong each time.</summary>
internal sealed class Explorer(WorldPlan plan, IReadOnlyList<Invariant> invariants, Func<CallFlowTest, Task> story, ExplorationOptions options)
{
    private readonly ScheduleRun _run = new(plan, invariants, story, options);

    public async Task<ExplorationResult> RunAsync()
    {
        IReadOnlyList<Fault> catalogue = [];
        (string Problem, string Transcript)? baseline = await _run.RunAsync(
            [], test => catalogue = FaultCatalogue.Of(test, options.Faults)).ConfigureAwait(false);
        if (baseline is { } wrong)
        {
            return Result([[]], Report([], wrong, 1));
        }

        if (options.Only is { } only)
        {
            return await RunOnlyAsync(only, catalogue).ConfigureAwait(false);
        }

        List<IReadOnlyList<Fault>> schedules = [[], .. catalogue.Select(fault => (IReadOnlyList<Fault>)[fault])];
        schedules.AddRange(Combinations(catalogue).Take(Math.Max(0, options.MaxSchedules - schedules.Count)));
        schedules = [.. schedules.Take(options.MaxSchedules)];
        (int Index, (string Problem, string Transcript) Wrong)? first = await FindFirstAsync(schedules).ConfigureAwait(false);
        if (first is not { } found)
        {
            return Result(schedules, null);
        }

        (IReadOnlyList<Fault> faults, (string, string) problem) = await ShrinkAsync(schedules[found.Index], found.Wrong).ConfigureAwait(false);
        return Result(schedules[..(found.Index + 1)], Report(faults, problem, found.Index + 1));
    }

    private async Task<ExplorationResult> RunOnlyAsync(string schedule, IReadOnlyList<Fault> catalogue)
    {
        string[] ids = schedule.Split('+', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        List<Fault> faults = [.. ids.Select(id => catalogue.FirstOrDefault(fault => fault.Id == id)
            ?? throw new ArgumentException($"The story has no fault '{id}'; reports name those it has, such as '{(catalogue.Count > 0 ? catalogue[0].Id : "none")}'."))];
        (string, string)? wrong = await _run.RunAsync(faults).ConfigureAwait(false);
        return Result([faults], wrong is { } problem ? Report(faults, problem, 1) : null);
    }

    /// <summary>Runs schedules side by side. The first in order that goes wrong is found, whatever the threads do.</summary>
    private async Task<(int Index, (string Problem, string Transcript) Wrong)?> FindFirstAsync(IReadOnlyList<IReadOnlyList<Fault>> schedules)
    {
        Lock gate = new();
        int first = int.MaxValue;
        (string, string) wrong = default;
        await Parallel.ForEachAsync(
            // The run without faults was done.
            Enumerable.Range(1, schedules.Count - 1),
            new ParallelOptions { MaxDegreeOfParallelism = options.Parallelism },
            async (index, _) =>
            {
                if (index > Volatile.Read(ref first) || await _run.RunAsync(schedules[index]).ConfigureAwait(false) is not { } problem)
                {
                    return;
                }

                lock (gate)
                {
                    if (index < first)
                    {
                        first = index;
                        wrong = problem;
                    }
                }
            }).ConfigureAwait(false);
        return first == int.MaxValue ? null : (first, wrong);
    }

    /// <summary>Leaves out faults as long as the run still goes wrong in the same way.</summary>
    private async Task<(IReadOnlyList<Fault> Faults, (string Problem, string Transcript) Wrong)> ShrinkAsync(
        IReadOnlyList<Fault> faults, (string Problem, string Transcript) wrong)
    {
        for (int i = 0; faults.Count > 1 && i < faults.Count; i++)
        {
            IReadOnlyList<Fault> fewer = [.. faults.Where((_, index) => index != i)];
            if (await _run.RunAsync(fewer).ConfigureAwait(false) is { } still && still.Problem == wrong.Problem)
            {
                (faults, wrong, i) = (fewer, still, -1);
            }
        }

        return (faults, wrong);
    }

    private IEnumerable<IReadOnlyList<Fault>> Combinations(IReadOnlyList<Fault> catalogue)
    {
        if (options.Depth < 2 || catalogue.Count < 2)
        {
            yield break;
        }

        Random random = new(options.Seed);
        HashSet<string> seen = new(StringComparer.Ordinal);
        // Few draws of a small catalogue are new: there must be an end to it.
        for (int draws = 0; draws < options.MaxSchedules * 10; draws++)
        {
            int count = random.Next(2, options.Depth + 1);
            List<Fault> faults = [.. Enumerable.Range(0, count).Select(_ => random.Next(catalogue.Count)).Distinct().Order().Select(index => catalogue[index])];
            if (faults.Count == count && seen.Add(IdOf(faults)))
            {
                yield return faults;
            }
        }
    }

    private static string IdOf(IReadOnlyList<Fault> faults) => string.Join("+", faults.Select(fault => fault.Id));

    private ExplorationResult Result(IReadOnlyList<IReadOnlyList<Fault>> schedules, Finding? finding) => new(
        schedules.Count,
        schedules.SelectMany(faults => faults.Select(fault => fault.Type).Distinct()).CountBy(type => type).ToDictionary(),
        options.Seed,
        finding);

    private Finding Report(IReadOnlyList<Fault> faults, (string Problem, string Transcript) wrong, int schedules)
    {
        string id = IdOf(faults);
        List<string> words = [.. faults.Select(fault => fault.ToString())];
        string what = faults.Count == 0
            ? "Nothing had to go wrong for it."
            : $"It takes {(faults.Count == 1 ? "one fault" : $"{faults.Count} faults")}, in schedule {schedules} (seed {options.Seed}):\n"
                + string.Join("\n", words.Select(word => $"  - {word}"))
                + $"\nTo run it alone: options.Only = \"{id}\"";
        return new Finding(wrong.Problem, id, words, wrong.Transcript, $"{wrong.Problem}\n{what}\n\n{wrong.Transcript}");
    }
}
