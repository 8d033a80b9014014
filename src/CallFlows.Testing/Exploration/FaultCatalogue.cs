using CallFlows.Testing.Records;
using CallFlows.Testing.Worlds;

namespace CallFlows.Testing.Exploration;

/// <summary>Everything that can go wrong in a run, as one without faults shows it.</summary>
internal static class FaultCatalogue
{
    /// <summary>Every fault at every point, in the order of the run's points.</summary>
    /// <param name="test">The run, when it is over.</param>
    /// <param name="wanted">What may go wrong.</param>
    public static IReadOnlyList<Fault> Of(CallFlowTest test, ISet<FaultType> wanted)
    {
        World world = test.World;
        IReadOnlyList<(string Number, string Name)> parties = test.Parties;
        List<Fault> faults = [];
        IReadOnlyList<string> activities = world.ActivityNames;
        for (int i = 0; i < activities.Count; i++)
        {
            faults.AddRange(parties.Select(party => new Fault(FaultType.HangUp, FaultPoint.ActivityBegins, i + 1, activities[i], party.Number, party.Name)));
            faults.Add(new Fault(FaultType.Crash, FaultPoint.ActivityBegins, i + 1, activities[i]));
            faults.Add(new Fault(FaultType.Crash, FaultPoint.ActivityEnds, i + 1, activities[i]));
        }

        IReadOnlyList<string> taken = [.. world.Journal.Happenings.Where(happening => happening.Kind == HappeningKind.Callback).Select(callback => callback.Text)];
        for (int i = 0; i < taken.Count; i++)
        {
            faults.AddRange(parties.Select(party => new Fault(FaultType.HangUp, FaultPoint.CallbackTaken, i + 1, taken[i], party.Number, party.Name)));
            faults.Add(new Fault(FaultType.Crash, FaultPoint.CallbackTaken, i + 1, taken[i]));
        }

        FaultType[] ofEvents = [FaultType.DuplicateCallback, FaultType.SwapCallbacks, FaultType.LoseCallback];
        faults.AddRange(world.Journal.Events.SelectMany((name, i) => ofEvents.Select(type => new Fault(type, FaultPoint.Event, i + 1, name))));
        FaultType[] ofRequests = [FaultType.Throttle, FaultType.ServerError, FaultType.LoseAnswer];
        faults.AddRange(world.Journal.Operations.SelectMany((name, i) => ofRequests.Select(type => new Fault(type, FaultPoint.Request, i + 1, name))));
        foreach ((string party, string name) in parties)
        {
            int rings = world.RingsOf(party);
            faults.AddRange(Enumerable.Range(1, rings).Select(number => new Fault(FaultType.Decline, FaultPoint.Ring, number, "ring", party, name)));
        }

        return [.. faults.Where(fault => wanted.Contains(fault.Type))];
    }
}
