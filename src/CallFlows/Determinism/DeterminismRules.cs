using System.Reflection;

namespace CallFlows.Determinism;

/// <summary>Finds the rule that a call in compiled code breaks.</summary>
internal static class DeterminismRules
{
    private static readonly ILookup<string, ForbiddenCall> ByType = ForbiddenCalls.All.ToLookup(rule => rule.Type, StringComparer.Ordinal);

    /// <summary>The rule a call breaks, or null.</summary>
    public static ForbiddenCall? Find(MethodBase called)
    {
        string? type = called.DeclaringType is { IsGenericType: true } generic
            ? generic.GetGenericTypeDefinition().FullName
            : called.DeclaringType?.FullName;
        return type is null ? null : ByType[type].FirstOrDefault(rule => rule.Matches(called.Name, called.GetParameters().Length));
    }
}
