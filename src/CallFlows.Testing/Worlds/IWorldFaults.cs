using CallFlows.Durable;
using CallFlows.Emulator.Faults;

namespace CallFlows.Testing.Worlds;

/// <summary>What goes wrong in a world, and when.</summary>
internal interface IWorldFaults
{
    /// <summary>What goes wrong between application and service from the start.</summary>
    IReadOnlyList<FaultRule> Rules { get; }

    /// <summary>An activity is about to run.</summary>
    /// <param name="world">The world.</param>
    /// <param name="number">Which one of all, from 1.</param>
    /// <param name="activity">The activity.</param>
    Task<ActivityFate> OnActivityAsync(World world, int number, ActivityContext activity);

    /// <summary>The application has taken a callback.</summary>
    /// <param name="world">The world.</param>
    /// <param name="number">Which one of all, from 1.</param>
    /// <param name="type">Its name.</param>
    void OnCallback(World world, int number, string type);
}
