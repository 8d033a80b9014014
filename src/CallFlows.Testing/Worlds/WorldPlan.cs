using CallFlows.Emulator.Hosting;
using CallFlows.Flows.Registration;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.Testing.Worlds;

/// <summary>What a world is made of. One plan serves many worlds.</summary>
internal sealed class WorldPlan
{
    /// <summary>Names the flows.</summary>
    public required Action<CallFlowsBuilder> Flows { get; init; }

    /// <summary>What the test gives the application, made once for each world: systems outside of it outlive its process.</summary>
    public List<KeyValuePair<Type, Func<object>>> Outside { get; } = [];

    /// <summary>Adds to the application's services, before the flows.</summary>
    public List<Action<IServiceCollection>> Services { get; } = [];

    /// <summary>Fakes of activities.</summary>
    public List<FakeDefinition> Fakes { get; } = [];

    /// <summary>Changes the emulator's settings.</summary>
    public List<Action<EmulatorOptions>> Emulator { get; } = [];

    /// <summary>The time the clock shows first: a Monday.</summary>
    public DateTimeOffset Start { get; set; } = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Whether flows are rebuilt from their history after each event.</summary>
    public bool ReplayAfterEveryEvent { get; set; }

    /// <summary>Whose values shall be one instance in the whole test, so that no second world can be made.</summary>
    public List<string> SharedInstances { get; } = [];
}
