using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CallFlows.Analyzers.ControlFlow;

/// <summary>Names the variables of a function: locals, and what the compiler keeps between blocks.</summary>
internal static class Variables
{
    /// <summary>A key for the variable that is read or written, or null when it is none.</summary>
    public static object? KeyOf(IOperation? operation) => operation switch
    {
        ILocalReferenceOperation reference => reference.Local,
        IFlowCaptureReferenceOperation reference => reference.Id,
        IFlowCaptureOperation capture => capture.Id,
        IDeclarationExpressionOperation declaration => KeyOf(declaration.Expression),
        _ => null,
    };

    /// <summary>The symbol a call is made on: the local, parameter or field an expression begins with. Null when it begins otherwise.</summary>
    /// <param name="receiver">The expression.</param>
    /// <param name="captures">What the compiler keeps between blocks.</param>
    public static ISymbol? RootOf(IOperation? receiver, IReadOnlyDictionary<CaptureId, IOperation> captures)
    {
        for (IOperation? at = receiver; at is not null;)
        {
            switch (at)
            {
                case ILocalReferenceOperation local:
                    return local.Local;
                case IParameterReferenceOperation parameter:
                    return parameter.Parameter;
                case IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation } member:
                    return member.Member;
                case IMemberReferenceOperation member:
                    at = member.Instance;
                    break;
                case IConversionOperation conversion:
                    at = conversion.Operand;
                    break;
                case IFlowCaptureReferenceOperation reference:
                    at = captures.TryGetValue(reference.Id, out IOperation? value) ? value : null;
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>What the compiler keeps between blocks, where that is one value.</summary>
    public static ImmutableDictionary<CaptureId, IOperation> CapturesIn(ControlFlowGraph graph)
    {
        ImmutableDictionary<CaptureId, IOperation>.Builder captures = ImmutableDictionary.CreateBuilder<CaptureId, IOperation>();
        foreach (IFlowCaptureOperation capture in graph.Blocks.SelectMany(block => block.Operations).OfType<IFlowCaptureOperation>())
        {
            captures[capture.Id] = capture.Value;
        }

        return captures.ToImmutable();
    }

    /// <summary>Locals that a nested function of a member writes: when it does, nobody knows.</summary>
    public static HashSet<ISymbol> WrittenElsewhere(IEnumerable<IOperation> blocks)
    {
        HashSet<ISymbol> written = new(SymbolEqualityComparer.Default);
        foreach (ILocalReferenceOperation reference in blocks.SelectMany(block => block.Descendants()).OfType<ILocalReferenceOperation>())
        {
            if (!written.Contains(reference.Local) && Analyzers.Determinism.Writes.To(reference) && IsInNested(reference))
            {
                written.Add(reference.Local);
            }
        }

        return written;
    }

    private static bool IsInNested(ILocalReferenceOperation reference)
    {
        for (IOperation? at = reference.Parent; at is not null; at = at.Parent)
        {
            IMethodSymbol? function = (at as IAnonymousFunctionOperation)?.Symbol ?? (at as ILocalFunctionOperation)?.Symbol;
            if (function is not null)
            {
                return !SymbolEqualityComparer.Default.Equals(function, reference.Local.ContainingSymbol);
            }
        }

        return false;
    }
}
