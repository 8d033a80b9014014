using Microsoft.CodeAnalysis;

namespace CallFlows.Analyzers.Symbols;

/// <summary>Names for messages, as an author would write them.</summary>
internal static class SymbolNames
{
    /// <summary>A member with its type, such as <c>DateTime.UtcNow</c> or <c>new Random</c>.</summary>
    public static string Of(ISymbol member) => member is IMethodSymbol { MethodKind: MethodKind.Constructor }
        ? $"new {member.ContainingType.Name}"
        : member.ContainingType is { } type ? $"{type.Name}.{member.Name}" : member.Name;
}
