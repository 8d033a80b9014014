using CallFlows.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CallFlows.Analyzers.Conversation;

/// <summary>Recognises questions, and what ends a call.</summary>
internal static class Questions
{
    /// <summary>Whether a call asks the other party, and nothing else can break the question off.</summary>
    public static bool IsQuestion(IInvocationOperation invocation, FlowSymbols symbols) =>
        invocation.TargetMethod.Name is "AskAsync" or "AskDigitsAsync"
        && FlowSymbols.Same(invocation.TargetMethod.ContainingType, symbols.Call)
        && !invocation.Arguments.Any(IsToken);

    /// <summary>Whether a call ends the conversation, so that the next question throws.</summary>
    public static bool EndsCall(IInvocationOperation invocation, FlowSymbols symbols) =>
        invocation.TargetMethod.Name is "HangUpAsync" or "TransferAsync"
        && FlowSymbols.Same(invocation.TargetMethod.ContainingType, symbols.Call);

    private static bool IsToken(IArgumentOperation argument) =>
        argument is { ArgumentKind: ArgumentKind.Explicit, Parameter.Type.Name: nameof(CancellationToken) }
        && argument.Value is not (IDefaultValueOperation or IPropertyReferenceOperation { Property.Name: nameof(CancellationToken.None) })
        && !(argument.Value is IConversionOperation { Operand: IDefaultValueOperation });
}
