using CallFlows.Analyzers.ControlFlow;
using Microsoft.CodeAnalysis.Operations;

namespace CallFlows.Analyzers.Conversation;

/// <summary>Matches patterns as far as silence decides them.</summary>
internal static class SilencePatterns
{
    /// <summary>Whether a value matches, or null when silence does not decide it.</summary>
    public static bool? Matches(KnownValue? value, IPatternOperation pattern) => value is null && pattern is not IDiscardPatternOperation
        ? null
        : pattern switch
        {
            IDiscardPatternOperation => true,
            IConstantPatternOperation constant => MatchesConstant(value!, constant),
            INegatedPatternOperation negated => !Matches(value, negated.Pattern),
            IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } or => Any(Matches(value, or.LeftPattern), Matches(value, or.RightPattern)),
            IBinaryPatternOperation and => All(Matches(value, and.LeftPattern), Matches(value, and.RightPattern)),
            IDeclarationPatternOperation { MatchesNull: true } => true,
            IDeclarationPatternOperation or ITypePatternOperation => IsNull(value!) ? false : null,
            IRecursivePatternOperation recursive => MatchesRecursive(value!, recursive),
            _ => null,
        };

    private static bool? MatchesConstant(KnownValue value, IConstantPatternOperation pattern)
    {
        if (pattern.Value.ConstantValue is not { HasValue: true } constant)
        {
            return null;
        }

        return value.IsConstant ? Equals(value.Constant, constant.Value) : constant.Value is null ? false : null;
    }

    private static bool? MatchesRecursive(KnownValue value, IRecursivePatternOperation pattern)
    {
        if (IsNull(value))
        {
            return false;
        }

        bool? all = pattern.DeconstructionSubpatterns.IsEmpty ? true : null;
        foreach (IPropertySubpatternOperation part in pattern.PropertySubpatterns)
        {
            KnownValue? member = part.Member is IPropertyReferenceOperation reference ? SilenceEvaluator.MemberOf(value, reference.Property) : null;
            all = All(all, Matches(member, part.Pattern));
        }

        return all;
    }

    private static bool IsNull(KnownValue value) => value is { IsConstant: true, Constant: null };

    private static bool? All(bool? one, bool? other) => one is false || other is false ? false : one is true && other is true ? true : null;

    private static bool? Any(bool? one, bool? other) => !All(!one, !other);
}
