using CallFlows.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CallFlows.Analyzers.CodeFixes;

/// <summary>Finds the flow that code can reach.</summary>
internal static class FlowInScope
{
    /// <summary>How the flow is written at a position, such as <c>call.Flow</c>; null when there is none.</summary>
    public static string? Find(SemanticModel model, int position)
    {
        if (FlowSymbols.Find(model.Compilation) is not { } symbols)
        {
            return null;
        }

        string? found = null;
        foreach (ISymbol symbol in model.LookupSymbols(position).Where(symbol => IsUsable(symbol, position)))
        {
            ITypeSymbol? type = (symbol as IParameterSymbol)?.Type ?? (symbol as ILocalSymbol)?.Type;
            if (FlowSymbols.Same(type, symbols.Context))
            {
                return symbol.Name;
            }

            if (type is { NullableAnnotation: not NullableAnnotation.Annotated }
                && (FlowSymbols.Same(type, symbols.Incoming) || (found is null && FlowSymbols.Same(type, symbols.Call))))
            {
                found = $"{symbol.Name}.Flow";
            }
        }

        return found;
    }

    // A local may be named in its block before it has a value.
    private static bool IsUsable(ISymbol symbol, int position) => symbol switch
    {
        IParameterSymbol => true,
        ILocalSymbol local => local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer: not null } declarator
            && declarator.Span.End <= position,
        _ => false,
    };
}
