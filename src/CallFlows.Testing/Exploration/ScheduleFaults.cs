using CallFlows.Durable;
using CallFlows.Emulator.Faults;
using CallFlows.Emulator.Phones;
using CallFlows.Testing.Records;
using CallFlows.Testing.Worlds;

namespace CallFlows.Testing.Exploration;

/// <summary>Makes go wrong in a world what a schedule says.</summary>
internal sealed class ScheduleFaults(IReadOnlyList<Fault> faults) : IWorldFaults
{
    public IReadOnlyList<FaultRule> Rules { get; } = [.. faults.Select(fault => fault.Rule).OfType<FaultRule>()];

    public async Task<ActivityFate> OnActivityAsync(World world, int number, ActivityContext activity)
    {
        ActivityFate fate = ActivityFate.Runs;
        foreach (Fault fault in faults.Where(fault => fault.Number == number && fault.Point is (FaultPoint.ActivityBegins or FaultPoint.ActivityEnds)))
        {
            if (fault.Type == FaultType.HangUp)
            {
                await HangUpAsync(world, fault).ConfigureAwait(false);
            }
            else
            {
                Tell(world, fault);
                fate = fault.Point == FaultPoint.ActivityBegins ? ActivityFate.LostBefore : ActivityFate.LostAfter;
            }
        }

        return fate;
    }

    public void OnCallback(World world, int number, string type)
    {
        foreach (Fault fault in faults.Where(fault => fault.Number == number && fault.Point == FaultPoint.CallbackTaken))
        {
            if (fault.Type == FaultType.HangUp)
            {
                world.AtRest(() => HangUpAsync(world, fault));
            }
            else
            {
                Tell(world, fault);
                world.Lose();
            }
        }
    }

    private static void Tell(World world, Fault fault) => world.Journal.Add(HappeningKind.Fault, "fault", fault.ToString());

    private static Task HangUpAsync(World world, Fault fault)
    {
        VirtualPhone phone = world.Emulator.Phones.Get(fault.Party!);
        if (phone.State is not (PhoneState.InCall or PhoneState.Dialling))
        {
            return Task.CompletedTask;
        }

        Tell(world, fault);
        return phone.HangUpAsync();
    }
}
