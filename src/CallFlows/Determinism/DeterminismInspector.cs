using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace CallFlows.Determinism;

/// <summary>
/// Searches the compiled code of a flow for calls that can't be replayed: clocks, randomness, threads, timers, input and output. It finds
/// what the class calls itself, not what the methods of other classes call.
/// </summary>
public static class DeterminismInspector
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly ConcurrentDictionary<Type, IReadOnlyList<DeterminismFinding>> Known = new();

    /// <summary>
    /// Searches a class, what the compiler made of its async methods and lambdas, and its base classes in the same assembly. The answer for
    /// a class is kept.
    /// </summary>
    /// <param name="flow">The class the author wrote.</param>
    /// <returns>What was found, in the order of the code; empty when all is well.</returns>
    public static IReadOnlyList<DeterminismFinding> Inspect(Type flow)
    {
        ArgumentNullException.ThrowIfNull(flow);
        return Known.GetOrAdd(flow, static type => [.. WithBases(type).SelectMany(WithGenerated).SelectMany(InspectType).Distinct()]);
    }

    private static IEnumerable<Type> WithBases(Type flow)
    {
        for (Type? type = flow; type is not null && type.Assembly == flow.Assembly; type = type.BaseType)
        {
            yield return type;
        }
    }

    // Classes an author nests in a flow, such as activity handlers, are not the flow's code.
    private static IEnumerable<Type> WithGenerated(Type type) =>
        type.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic)
            .Where(nested => nested.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false))
            .SelectMany(WithGenerated)
            .Prepend(type);

    private static IEnumerable<DeterminismFinding> InspectType(Type type) =>
        type.GetMethods(Declared).Concat<MethodBase>(type.GetConstructors(Declared)).SelectMany(InspectMethod);

    private static IEnumerable<DeterminismFinding> InspectMethod(MethodBase method)
    {
        IlInstruction previous = default;
        foreach (IlInstruction instruction in IlReader.Read(method))
        {
            if (instruction.Code.OperandType is OperandType.InlineMethod && Resolve(method, (int)instruction.Operand) is { } called)
            {
                if (DeterminismRules.Find(called) is { } rule)
                {
                    yield return new DeterminismFinding(CodeLocation.Of(method, instruction.Offset), NameOf(called), rule.Instead);
                }
                else if (LeavesContext(called, previous.Constant))
                {
                    yield return new DeterminismFinding(
                        CodeLocation.Of(method, instruction.Offset), "ConfigureAwait(false)", "await without it");
                }
                else if (LeavesContextWhenCompleted(called, previous.Constant))
                {
                    yield return new DeterminismFinding(
                        CodeLocation.Of(method, instruction.Offset),
                        "RunContinuationsAsynchronously",
                        "make the TaskCompletionSource without it, as it sends WhenAny and WhenAll to other threads");
                }
            }

            previous = instruction;
        }
    }

    private static bool LeavesContext(MethodBase called, int? argument) =>
        called.Name == nameof(Task.ConfigureAwait)
        && called.DeclaringType?.Namespace is "System.Threading.Tasks" or "System.Runtime.CompilerServices"
        && argument is { } value
        && (called.GetParameters()[^1].ParameterType == typeof(bool)
            ? value == 0
            : (value & (int)ConfigureAwaitOptions.ContinueOnCapturedContext) == 0);

    private static bool LeavesContextWhenCompleted(MethodBase called, int? argument) =>
        called.IsConstructor
        && called.DeclaringType?.Namespace == "System.Threading.Tasks"
        && called.DeclaringType.Name.StartsWith(nameof(TaskCompletionSource), StringComparison.Ordinal)
        && called.GetParameters() is [.., { } last]
        && last.ParameterType == typeof(TaskCreationOptions)
        && argument is { } value
        && (value & (int)TaskCreationOptions.RunContinuationsAsynchronously) != 0;

    private static MethodBase? Resolve(MethodBase method, int token)
    {
        try
        {
            return method.Module.ResolveMethod(
                token,
                method.DeclaringType?.GetGenericArguments(),
                method.IsGenericMethod ? method.GetGenericArguments() : null);
        }
        catch (Exception error) when (error is ArgumentException or TypeLoadException or MissingMethodException or IOException)
        {
            // A method of an assembly that is not there: running the code will say so, and no rule is about it.
            return null;
        }
    }

    private static string NameOf(MethodBase called)
    {
        string type = called.DeclaringType!.Name.Split('`')[0];
        return called.IsConstructor ? $"new {type}" : $"{type}.{(called.IsSpecialName ? called.Name.Replace("get_", "", StringComparison.Ordinal) : called.Name)}";
    }
}
