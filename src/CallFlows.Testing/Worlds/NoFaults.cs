using CallFlows.Durable;
using CallFlows.Emulator.Faults;

namespace CallFlows.Testing.Worlds;

/// <summary>Nothing goes wrong.</summary>
internal sealed class NoFaults : IWorldFaults
{
    public IReadOnlyList<FaultRule> Rules => [];

    public Task<ActivityFate> OnActivityAsync(World world, int number, ActivityContext activity) => Task.FromResult(ActivityFate.Runs);

    public void OnCallback(World world, int number, string type)
    {
    }
}
