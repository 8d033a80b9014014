using System.Reflection;

namespace CallFlows.Determinism;

/// <summary>Names places in compiled code the way their author knows them.</summary>
public static class CodeLocation
{
    private const string StateField = "<>1__state";

    /// <summary>The place of an instruction: the source line, or the type and method when there are no debug symbols.</summary>
    /// <param name="method">The method as compiled.</param>
    /// <param name="ilOffset">The instruction's offset in bytes.</param>
    public static string Of(MethodBase method, int ilOffset)
    {
        ArgumentNullException.ThrowIfNull(method);
        return DebugSymbols.Of(method.Module.Assembly).FindLine(method, ilOffset) ?? NameOf(method);
    }

    /// <summary>The place of the await at which an async method waits.</summary>
    /// <param name="stateMachine">The state machine, of the compiler's making.</param>
    /// <returns>The source line, or the type and method when it has no debug symbols or is running.</returns>
    public static string OfAwait(object stateMachine)
    {
        ArgumentNullException.ThrowIfNull(stateMachine);
        Type type = stateMachine.GetType();
        MethodInfo? moveNext = type.GetMethod("MoveNext", BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
        object? state = type.GetField(StateField, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)?.GetValue(stateMachine);
        if (moveNext is null || state is not int number)
        {
            return NameOf(type);
        }

        return AwaitOffset(moveNext, number) is { } offset ? Of(moveNext, offset) : NameOf(type);
    }

    // Before an await gives up the thread, its number is stored: load constant, perhaps copy it, store the field.
    private static int? AwaitOffset(MethodInfo moveNext, int state)
    {
        IlInstruction? loaded = null;
        foreach (IlInstruction instruction in IlReader.Read(moveNext))
        {
            if (instruction.Constant is { } constant)
            {
                loaded = constant == state ? instruction : null;
            }
            else if (instruction.Code == System.Reflection.Emit.OpCodes.Stfld
                && loaded is { } load
                && moveNext.Module.ResolveField((int)instruction.Operand, moveNext.DeclaringType!.GetGenericArguments(), null)?.Name == StateField)
            {
                return load.Offset;
            }
        }

        return null;
    }

    private static string NameOf(MethodBase method) =>
        method.DeclaringType is { } type && type.Name.StartsWith('<') ? NameOf(type) : $"{method.DeclaringType?.Name}.{method.Name}";

    // A state machine or closure is named after the method it was made of: <RunAsync>d__3 of OrderLine.
    private static string NameOf(Type type)
    {
        string name = type.Name;
        int end = name.LastIndexOf('>');
        string method = name.StartsWith('<') && end > 1 ? name[1..end].Trim('<', '>') : name;
        Type? owner = type.DeclaringType;
        while (owner is not null && owner.Name.StartsWith('<'))
        {
            owner = owner.DeclaringType;
        }

        return owner is null ? method : $"{owner.Name}.{method}";
    }
}
