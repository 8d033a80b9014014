using System.Collections.Concurrent;
using CallFlows.Determinism;
using Microsoft.CodeAnalysis;

namespace CallFlows.Analyzers.Determinism;

/// <summary>What may not be called in a flow, by symbol.</summary>
internal sealed class ForbiddenTable
{
    private readonly Dictionary<ISymbol, List<ForbiddenCall>> _byType = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamespaceSymbol, ForbiddenCall?> _byNamespace = new(SymbolEqualityComparer.Default);

    public ForbiddenTable(Compilation compilation)
    {
        foreach (ForbiddenCall rule in ForbiddenCalls.All.Concat(DoubtfulCalls.All))
        {
            foreach (INamedTypeSymbol type in compilation.GetTypesByMetadataName(rule.Type))
            {
                if (!_byType.TryGetValue(type, out List<ForbiddenCall>? rules))
                {
                    _byType.Add(type, rules = []);
                }

                rules.Add(rule);
            }
        }
    }

    /// <summary>The rule a call breaks, or null.</summary>
    /// <param name="called">A method, getter or constructor.</param>
    public ForbiddenCall? Find(IMethodSymbol called)
    {
        IMethodSymbol method = called.ReducedFrom ?? called;
        if (method.ContainingType?.OriginalDefinition is not { } type)
        {
            return null;
        }

        if (_byType.TryGetValue(type, out List<ForbiddenCall>? rules))
        {
            foreach (ForbiddenCall rule in rules)
            {
                if (rule.Matches(method.MetadataName, method.Parameters.Length))
                {
                    return rule;
                }
            }
        }

        // What is only made, such as a request or a parameter, does nothing yet.
        return method.MethodKind == MethodKind.Ordinary && type.ContainingNamespace is { } home
            ? _byNamespace.GetOrAdd(home, static at => DoubtfulCalls.OfNamespace(at.ToDisplayString()))
            : null;
    }
}
