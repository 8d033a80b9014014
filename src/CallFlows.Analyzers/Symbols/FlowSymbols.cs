using Microsoft.CodeAnalysis;

namespace CallFlows.Analyzers.Symbols;

/// <summary>The types of CallFlows as a compilation knows them.</summary>
internal sealed class FlowSymbols
{
    private readonly INamedTypeSymbol _inboundFlow;
    private readonly INamedTypeSymbol _flow;

    private FlowSymbols(Compilation compilation, INamedTypeSymbol context, INamedTypeSymbol call, INamedTypeSymbol incoming)
    {
        Context = context;
        Call = call;
        Incoming = incoming;
        _inboundFlow = compilation.GetTypeByMetadataName("CallFlows.Flows.InboundCallFlow")!;
        _flow = compilation.GetTypeByMetadataName("CallFlows.Flows.CallFlow`2")!;
    }

    /// <summary>FlowContext.</summary>
    public INamedTypeSymbol Context { get; }

    /// <summary>Call.</summary>
    public INamedTypeSymbol Call { get; }

    /// <summary>IncomingCall.</summary>
    public INamedTypeSymbol Incoming { get; }

    /// <summary>The symbols, or null where CallFlows is not referenced and there is nothing to analyze.</summary>
    public static FlowSymbols? Find(Compilation compilation) =>
        compilation.GetTypeByMetadataName("CallFlows.Flows.FlowContext") is { } context
        && compilation.GetTypeByMetadataName("CallFlows.Calls.Call") is { } call
        && compilation.GetTypeByMetadataName("CallFlows.Flows.IncomingCall") is { } incoming
            ? new FlowSymbols(compilation, context, call, incoming)
            : null;

    /// <summary>
    /// Whether a member's code is replayed: it belongs to a class that is a flow, or it is a helper that is given a call or a flow, by itself
    /// or when its object is made. Classes nested in a flow, such as activity handlers, are not the flow's code.
    /// </summary>
    public bool IsReplayed(ISymbol member) =>
        IsFlow(member.ContainingType)
        || (member is IMethodSymbol method && TakesHandle(method))
        || (!member.IsStatic && member.ContainingType is { TypeKind: TypeKind.Class or TypeKind.Struct } type && type.InstanceConstructors.Any(TakesHandle));

    /// <summary>Whether a type derives from one of the bases of flows.</summary>
    public bool IsFlow(INamedTypeSymbol? type)
    {
        for (INamedTypeSymbol? at = type; at is not null; at = at.BaseType)
        {
            if (Same(at.OriginalDefinition, _inboundFlow) || Same(at.OriginalDefinition, _flow))
            {
                return true;
            }
        }

        return false;
    }

    private bool TakesHandle(IMethodSymbol method) => method.Parameters.Any(parameter => IsHandle(parameter.Type));

    /// <summary>Whether a value of the type lets code act for a flow.</summary>
    public bool IsHandle(ITypeSymbol type) =>
        Same(type, Call)
        || Same(type, Context)
        || Same(type, Incoming)
        || (type.Name is "CallReportStream" or "Dialed" or "Recording" or "ToneStream" && Same(type.ContainingNamespace, Call.ContainingNamespace));

    /// <summary>Whether a member is CallFlows' own.</summary>
    public bool IsOwn(ISymbol member) => Same(member.ContainingAssembly, Context.ContainingAssembly);

    /// <summary>Whether two symbols are one.</summary>
    public static bool Same(ISymbol? one, ISymbol? other) => SymbolEqualityComparer.Default.Equals(one, other);
}
