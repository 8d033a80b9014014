using System.Reflection;

namespace CallFlows.Analyzers.Tests.Harness;

/// <summary>Writes statements that call members, whatever their parameters are.</summary>
internal static class CallWriter
{
    /// <summary>A statement for each overload of a member that can be written without knowing more about it.</summary>
    public static string[] Of(Type type, string member) =>
    [
        .. type.GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .OfType<MethodBase>()
            .Where(method => method.Name == member && CanBeWritten(method) && !(type == typeof(CancellationTokenSource) && method.IsConstructor && method.GetParameters().Length == 0))
            .Select(method => Of(type, method)),
    ];

    public static bool CanBeWritten(MethodBase method) =>
        method.GetCustomAttribute<ObsoleteAttribute>() is null
        && (!method.IsSpecialName || method.IsConstructor || method.Name.StartsWith("get_", StringComparison.Ordinal))
        && method.Name is not ("Finalize" or "ToString" or "Equals" or "GetHashCode")
        && !(method.DeclaringType!.IsAbstract && method.IsConstructor)
        && !(method.IsConstructor && method.IsStatic)
        && method.GetCustomAttributes().All(attribute => attribute.GetType().Name != "RequiresPreviewFeaturesAttribute");

    private static string Of(Type type, MethodBase method)
    {
        string arguments = string.Join(", ", method.GetParameters().Select(Argument));
        if (method.IsConstructor)
        {
            return $"_ = new {Name(type)}({arguments});";
        }

        string target = method.IsStatic ? Name(type) : $"default({Name(type)})!";
        return method.Name.StartsWith("get_", StringComparison.Ordinal)
            ? $"_ = {target}.{method.Name[4..]};"
            : $"{target}.{method.Name}{(method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "")}({arguments});";
    }

    private static string Argument(ParameterInfo parameter) => parameter switch
    {
        { ParameterType.IsByRef: true, IsOut: true } => "out _",
        { ParameterType.IsByRef: true, IsIn: true } => $"default({Name(parameter.ParameterType.GetElementType()!)})!",
        { ParameterType.IsByRef: true } => $"ref System.Runtime.CompilerServices.Unsafe.NullRef<{Name(parameter.ParameterType.GetElementType()!)}>()",
        _ => $"default({Name(parameter.ParameterType)})!",
    };

    private static string Name(Type type)
    {
        if (type.IsGenericParameter)
        {
            return "int";
        }

        if (type.IsArray)
        {
            return $"{Name(type.GetElementType()!)}[]";
        }

        if (type.IsPointer)
        {
            return $"{Name(type.GetElementType()!)}*";
        }

        string name = type == typeof(void) ? "void" : $"global::{(type.IsNested ? $"{Name(type.DeclaringType!)[8..]}.{type.Name}" : $"{type.Namespace}.{type.Name}")}";
        int arity = name.IndexOf('`', StringComparison.Ordinal);
        return arity < 0 ? name : $"{name[..arity]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>";
    }
}
