using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CallFlows.Analyzers.Determinism;

/// <summary>Tells writing from reading.</summary>
internal static class Writes
{
    /// <summary>Whether a variable is written where it is named here.</summary>
    public static bool To(IOperation reference)
    {
        IOperation part = reference;
        while (part.Parent is ITupleOperation tuple)
        {
            part = tuple;
        }

        return part.Parent switch
        {
            IAssignmentOperation assignment => assignment.Target == part,
            IIncrementOrDecrementOperation => true,
            IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
            _ => false,
        };
    }
}
