using CallFlows.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CallFlows.Analyzers.Conversation;

/// <summary>Recognises calls that record, and calls that take digits.</summary>
internal static class RecordingCalls
{
    private const string PauseOnStart = "PauseOnStart";

    /// <summary>Whether a recording is begun that is not paused from the start.</summary>
    public static bool Starts(IInvocationOperation invocation, FlowSymbols symbols) =>
        invocation.TargetMethod.Name == "StartRecordingAsync"
        && FlowSymbols.Same(invocation.TargetMethod.ContainingType, symbols.Call)
        && !invocation.Arguments.Any(argument => argument is { ArgumentKind: ArgumentKind.Explicit, Parameter.Ordinal: 0 } && MayPause(argument));

    /// <summary>Whether keys are taken that may be secret. A menu's keys are not.</summary>
    public static bool TakesDigits(IInvocationOperation invocation, FlowSymbols symbols) =>
        FlowSymbols.Same(invocation.TargetMethod.ContainingType, symbols.Call)
        && invocation.TargetMethod.Name switch
        {
            "AskDigitsAsync" or "StartContinuousDtmfAsync" => true,
            "RecognizeAsync" => invocation.Arguments.Any(argument => argument.Parameter?.Ordinal == 0 && ListensForKeys(argument)),
            _ => false,
        };

    /// <summary>Whether a call changes a recording: true when it goes on, false when it is held up or ends, null when neither.</summary>
    public static bool? Changes(IInvocationOperation invocation) => invocation.TargetMethod is { ContainingType: { Name: "Recording" } type } method
        && type.ContainingNamespace?.ToDisplayString() == "CallFlows.Calls"
            ? method.Name switch
            {
                "PauseAsync" or "StopAsync" => false,
                "ResumeAsync" => true,
                _ => null,
            }
            : null;

    // Options that are made elsewhere are looked up there.
    private static bool MayPause(IArgumentOperation argument) =>
        argument.Syntax.DescendantTokens().Any(token => token.ValueText == PauseOnStart)
        || argument.Value.DescendantsAndSelf()
            .Select(part => part is ILocalReferenceOperation local ? local.Local : (part as IMemberReferenceOperation)?.Member)
            .Any(symbol => symbol?.DeclaringSyntaxReferences.FirstOrDefault() is { } declaration
                && declaration.GetSyntax().DescendantTokens().Any(token => token.ValueText == PauseOnStart));

    // By its source: the compiler takes the making of an object apart.
    private static bool ListensForKeys(IArgumentOperation recognize) => recognize.Syntax.DescendantNodes()
        .OfType<AssignmentExpressionSyntax>()
        .Any(assignment => assignment is { Left: IdentifierNameSyntax { Identifier.ValueText: "Kind" }, Right: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Dtmf" or "SpeechOrDtmf" } });
}
