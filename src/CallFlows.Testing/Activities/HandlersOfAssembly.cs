using System.Collections.Concurrent;
using System.Reflection;
using CallFlows.Flows;
using CallFlows.Flows.Registration;
using CallFlows.Testing.Worlds;

namespace CallFlows.Testing.Activities;

/// <summary>The handlers that stand beside a flow, so that a test need not name them.</summary>
internal static class HandlersOfAssembly
{
    private static readonly MethodInfo Adder = typeof(CallFlowsBuilder).GetMethod(nameof(CallFlowsBuilder.AddActivity))!;
    private static readonly ConcurrentDictionary<Assembly, IReadOnlyList<(Type Handler, IReadOnlyList<Type> Activities)>> Known = new();

    /// <summary>Adds every handler of an assembly, except where an activity is faked or has several.</summary>
    public static void AddTo(CallFlowsBuilder flows, Assembly assembly, IReadOnlyList<FakeDefinition> fakes)
    {
        IReadOnlyList<(Type Handler, IReadOnlyList<Type> Activities)> all = Known.GetOrAdd(assembly, Find);
        HashSet<string> taken = [.. fakes.Select(fake => fake.Activity.Name)];
        taken.UnionWith(all.SelectMany(handler => handler.Activities).GroupBy(activity => activity.Name).Where(group => group.Count() > 1).Select(group => group.Key));
        foreach ((Type handler, _) in all.Where(handler => !handler.Activities.Any(activity => taken.Contains(activity.Name))))
        {
            Adder.MakeGenericMethod(handler).Invoke(flows, []);
        }
    }

    private static List<(Type Handler, IReadOnlyList<Type> Activities)> Find(Assembly assembly) =>
        [.. assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false })
            .Select(type => (type, ActivitiesOf(type)))
            .Where(handler => handler.Item2.Count > 0)];

    private static IReadOnlyList<Type> ActivitiesOf(Type type) =>
        [.. type.GetInterfaces()
            .Where(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IActivityHandler<,>))
            .Select(contract => contract.GetGenericArguments()[0])];
}
