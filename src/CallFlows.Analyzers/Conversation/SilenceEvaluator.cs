using System.Collections.Immutable;
using CallFlows.Analyzers.ControlFlow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CallFlows.Analyzers.Conversation;

/// <summary>Evaluates expressions as far as silence decides them: <c>Given</c> is false, <c>Missing</c> is true, and so on.</summary>
internal sealed class SilenceEvaluator(
    ImmutableDictionary<object, KnownValue> state,
    HashSet<object> tracked,
    HashSet<IInvocationOperation> unanswered,
    Action<IInvocationOperation> notice)
{
    private const string NoInput = "NoInput";

    /// <summary>What is known of variables.</summary>
    public ImmutableDictionary<object, KnownValue> State { get; private set; } = state;

    /// <summary>Notes what is known of a variable; null for nothing.</summary>
    public void Set(object variable, KnownValue? value) =>
        State = value is null || (variable is not BasicBlock && !tracked.Contains(variable)) ? State.Remove(variable) : State.SetItem(variable, value);

    /// <summary>The value of an expression, or null when silence does not decide it. Notes what it writes to variables.</summary>
    public KnownValue? Evaluate(IOperation operation)
    {
        if (operation.ConstantValue is { HasValue: true } constant)
        {
            return KnownValue.Of(constant.Value);
        }

        switch (operation)
        {
            case ISimpleAssignmentOperation assignment:
                return Assign(assignment.Target, Evaluate(assignment.Value));
            case IFlowCaptureOperation capture:
                return Assign(capture, Evaluate(capture.Value));
            case ILocalReferenceOperation or IFlowCaptureReferenceOperation:
                return State.TryGetValue(Variables.KeyOf(operation)!, out KnownValue? value) ? value : null;
            case IExpressionStatementOperation statement:
                return Evaluate(statement.Operation);
            case IParenthesizedOperation parenthesized:
                return Evaluate(parenthesized.Operand);
            case IAwaitOperation wait:
                return Evaluate(wait.Operation);
            case IConversionOperation { OperatorMethod: null } conversion:
                return Evaluate(conversion.Operand);
            case IInvocationOperation invocation:
                return Evaluate(invocation);
            case IPropertyReferenceOperation { Instance: { } instance } reference:
                return MemberOf(Evaluate(instance), reference.Property);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return Not(Evaluate(not.Operand));
            case IBinaryOperation binary:
                return Evaluate(binary);
            case IIsNullOperation isNull:
                return Evaluate(isNull.Operand) is { } operand ? KnownValue.Of(operand.IsConstant && operand.Constant is null) : null;
            case IIsPatternOperation isPattern:
                return Truth(SilencePatterns.Matches(Evaluate(isPattern.Value), isPattern.Pattern));
            case ICompoundAssignmentOperation or IIncrementOrDecrementOperation or IDeconstructionAssignmentOperation:
                return Forget(operation);
            case IFlowAnonymousFunctionOperation:
                return null;
            default:
                foreach (IOperation child in operation.ChildOperations)
                {
                    Evaluate(child);
                }

                return operation is IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument ? Assign(argument.Value, null) : null;
        }
    }

    /// <summary>What a member of an unanswered question gives.</summary>
    public static KnownValue? MemberOf(KnownValue? value, IPropertySymbol property) => value is not { IsConstant: false } ? null : property.Name switch
    {
        "Given" => KnownValue.Of(false),
        "Missing" => KnownValue.Of(true),
        "Option" or "Phrase" or "Confidence" => KnownValue.Of(null),
        "Value" => KnownValue.Of(""),
        "Outcome" => property.Type.GetMembers(NoInput).FirstOrDefault() is IFieldSymbol { ConstantValue: { } outcome } ? KnownValue.Of(outcome) : null,
        // A task of a question.
        "Result" => value,
        _ => null,
    };

    private KnownValue? Evaluate(IInvocationOperation invocation)
    {
        KnownValue? instance = invocation.Instance is null ? null : Evaluate(invocation.Instance);
        KnownValue? first = null;
        foreach (IArgumentOperation argument in invocation.Arguments)
        {
            KnownValue? value = Evaluate(argument.Value);
            first ??= value;
            if (argument.Parameter is { RefKind: RefKind.Ref or RefKind.Out })
            {
                Assign(argument.Value, null);
            }
        }

        notice(invocation);
        if (unanswered.Contains(invocation))
        {
            return KnownValue.Unanswered;
        }

        return invocation.TargetMethod.Name switch
        {
            "Is" when instance is { IsConstant: false } => KnownValue.Of(false),
            "ConfigureAwait" => instance,
            "IsNullOrEmpty" or "IsNullOrWhiteSpace" when first is { IsConstant: true, Constant: null or string } =>
                KnownValue.Of(string.IsNullOrWhiteSpace(first.Constant as string)),
            _ => null,
        };
    }

    private KnownValue? Evaluate(IBinaryOperation binary)
    {
        KnownValue? left = Evaluate(binary.LeftOperand);
        KnownValue? right = Evaluate(binary.RightOperand);
        return binary.OperatorKind switch
        {
            BinaryOperatorKind.Equals => Same(left, right),
            BinaryOperatorKind.NotEquals => Not(Same(left, right)),
            BinaryOperatorKind.And => left?.Truth is false || right?.Truth is false ? KnownValue.Of(false) : left?.Truth is true && right?.Truth is true ? left : null,
            BinaryOperatorKind.Or => left?.Truth is true || right?.Truth is true ? KnownValue.Of(true) : left?.Truth is false && right?.Truth is false ? left : null,
            _ => null,
        };
    }

    private KnownValue? Assign(IOperation target, KnownValue? value)
    {
        if (Variables.KeyOf(target) is { } variable)
        {
            Set(variable, value);
        }

        return value;
    }

    // What is written by other ways than a plain assignment is not followed.
    private KnownValue? Forget(IOperation operation)
    {
        foreach (IOperation part in operation.Descendants())
        {
            if (Variables.KeyOf(part) is { } variable)
            {
                Set(variable, null);
            }
            else if (part is IInvocationOperation invocation)
            {
                notice(invocation);
            }
        }

        return null;
    }

    private static KnownValue? Same(KnownValue? left, KnownValue? right) => (left, right) switch
    {
        ({ IsConstant: true }, { IsConstant: true }) => KnownValue.Of(Equals(left.Constant, right.Constant)),
        // The result of a question is never null.
        ({ IsConstant: false }, { IsConstant: true, Constant: null }) or ({ IsConstant: true, Constant: null }, { IsConstant: false }) => KnownValue.Of(false),
        _ => null,
    };

    private static KnownValue? Not(KnownValue? value) => Truth(value?.Truth is { } truth ? !truth : null);

    private static KnownValue? Truth(bool? truth) => truth is { } known ? KnownValue.Of(known) : null;
}
