using CallFlows.Emulator.Phones;
using CallFlows.Testing.Records;
using CallFlows.Testing.Time;
using CallFlows.Testing.Worlds;

namespace CallFlows.Testing.Exploration;

/// <summary>One run of a story with the faults of one schedule.</summary>
internal sealed class ScheduleRun(WorldPlan plan, IReadOnlyList<Invariant> invariants, Func<CallFlowTest, Task> story, ExplorationOptions options)
{
    /// <summary>How long people stay on the line when the story has come to its end, or can't go on.</summary>
    private static readonly TimeSpan PeopleStay = TimeSpan.FromMinutes(5);

    /// <summary>How long flows may go on when nobody is on the line any more.</summary>
    private static readonly TimeSpan FlowsGoOn = TimeSpan.FromDays(7);

    /// <summary>What comes late comes within this time.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(1);

    /// <summary>Runs it.</summary>
    /// <param name="faults">What goes wrong.</param>
    /// <param name="look">Is shown the run when everything is over.</param>
    /// <returns>What is wrong with the run, and its transcript up to then; null when nothing is.</returns>
    public async Task<(string Problem, string Transcript)?> RunAsync(IReadOnlyList<Fault> faults, Action<CallFlowTest>? look = null)
    {
        ScheduleFaults schedule = new(faults);
        CallFlowTest test = new(plan, schedule);
        await using (test.ConfigureAwait(false))
        {
            await test.BeginAsync().ConfigureAwait(false);
            (string Complaint, int At)? broken = null;
            test.World.Journal.Added = happening => broken ??= ComplaintOf(test, atTheEnd: false) is { } complaint ? (complaint, happening.Number) : null;
            Exception? deviation = await TellAsync(test).ConfigureAwait(false);
            string? stuck = await EndAsync(test).ConfigureAwait(false);
            look?.Invoke(test);
            if (broken is { } found)
            {
                return (found.Complaint, TranscriptText.Of([.. test.Happenings.Take(found.At)], tellsLast: true));
            }

            return Judge(test, faults, deviation, stuck) is { } problem ? (problem, test.Transcript) : null;
        }
    }

    private async Task<Exception?> TellAsync(CallFlowTest test)
    {
        try
        {
            await story(test).ConfigureAwait(false);
            return null;
        }
        catch (Exception deviation)
        {
            return deviation;
        }
    }

    /// <summary>Brings everything to its end. Gives why that can't be.</summary>
    private static async Task<string?> EndAsync(CallFlowTest test)
    {
        World world = test.World;
        DateTimeOffset until = test.Now + PeopleStay;
        ClockStop stop = await world.RunAsync(() => world.AreFlowsOver && !world.IsAnybodyRinging, () => until).ConfigureAwait(false);
        if (stop != ClockStop.Done)
        {
            foreach (VirtualPhone phone in world.Emulator.Phones.All.Where(phone => phone.State is PhoneState.InCall or PhoneState.Dialling).OrderBy(phone => phone.RawId, StringComparer.Ordinal))
            {
                await test.DoAsync(phone.HangUpAsync).ConfigureAwait(false);
            }

            until = test.Now + FlowsGoOn;
            stop = await world.RunAsync(() => world.AreFlowsOver && !world.IsAnybodyRinging, () => until).ConfigureAwait(false);
        }

        if (stop != ClockStop.Done)
        {
            return $"Everybody has hung up, and a flow does not end. {world.WhatFlowsWaitFor()}";
        }

        await test.PassAsync(Late).ConfigureAwait(false);
        return null;
    }

    private string? Judge(CallFlowTest test, IReadOnlyList<Fault> faults, Exception? deviation, string? stuck)
    {
        if (!options.FlowsMayFail && test.World.FailedFlow is { } failed)
        {
            return $"A flow fails: {failed.Name}: {failed.Failure?.Message}";
        }

        if (stuck is not null)
        {
            return stuck;
        }

        if (ComplaintOf(test, atTheEnd: true) is { } broken)
        {
            return broken;
        }

        return deviation is not null && faults.All(fault => fault.CanBeHidden && options.Unnoticed.Contains(fault.Type))
            ? $"The story does not go as it is written: {FirstLineOf(deviation.Message)}"
            : null;
    }

    private string? ComplaintOf(CallFlowTest test, bool atTheEnd) => invariants
        .Where(invariant => atTheEnd || !invariant.OnlyAtTheEnd)
        .Select(invariant => invariant.ComplaintOf(test))
        .FirstOrDefault(complaint => complaint is not null);

    private static string FirstLineOf(string message) => message.Split('\n', 2)[0];
}
