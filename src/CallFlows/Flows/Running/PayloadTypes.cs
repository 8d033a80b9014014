using System.Collections.Concurrent;
using System.Reflection;

namespace CallFlows.Flows.Running;

/// <summary>The types behind authors' payloads, where code tells them.</summary>
internal static class PayloadTypes
{
    private static readonly ConcurrentDictionary<Assembly, IReadOnlyDictionary<string, Type?>> Activities = new();

    /// <summary>The argument that a flow's class gives a generic base class; null when it has no such base.</summary>
    public static Type? ArgumentOf(Type? flow, Type definition)
    {
        for (Type? type = flow; type is not null; type = type.BaseType)
        {
            if (type.IsGenericType && type.GetGenericTypeDefinition() == definition)
            {
                return type.GetGenericArguments()[0];
            }
        }

        return null;
    }

    /// <summary>What an activity gives back: its request is searched where the flow stands, then in the assemblies that refers to.</summary>
    public static Type? ResultOf(string activity, Type flow)
    {
        if (Activities.GetOrAdd(flow.Assembly, ActivitiesIn).TryGetValue(activity, out Type? result))
        {
            return result;
        }

        Type?[] elsewhere =
        [
            .. flow.Assembly.GetReferencedAssemblies()
                .Select(name => AppDomain.CurrentDomain.GetAssemblies().FirstOrDefault(loaded => AssemblyName.ReferenceMatchesDefinition(loaded.GetName(), name)))
                .OfType<Assembly>()
                .Where(assembly => assembly.GetReferencedAssemblies().Any(name => name.Name == typeof(IActivity<>).Assembly.GetName().Name))
                .Select(assembly => Activities.GetOrAdd(assembly, ActivitiesIn).GetValueOrDefault(activity))
                .OfType<Type>(),
        ];
        return elsewhere is [var only] ? only : null;
    }

    // Two requests of one name in one assembly: nobody can say which of them a history means, unless both give back the same.
    private static IReadOnlyDictionary<string, Type?> ActivitiesIn(Assembly assembly) => TypesOf(assembly)
        .Where(type => type is { IsAbstract: false, ContainsGenericParameters: false })
        .SelectMany(type => type.GetInterfaces()
            .Where(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IActivity<>))
            .Select(contract => (Name: ActivityNames.Of(type), Result: contract.GetGenericArguments()[0])))
        .GroupBy(activity => activity.Name, StringComparer.Ordinal)
        .ToDictionary(
            group => group.Key,
            group => group.Select(activity => activity.Result).Distinct().ToArray() is [var only] ? only : null,
            StringComparer.Ordinal);

    private static IEnumerable<Type> TypesOf(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException incomplete)
        {
            return incomplete.Types.OfType<Type>();
        }
    }
}
