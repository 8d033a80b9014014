using System.Composition;
using CallFlows.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CallFlows.Analyzers.CodeFixes;

/// <summary>Fixes CF1005: waits with the flow, and cancels on its thread.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DelayFix))]
[Shared]
public sealed class DelayFix : FlowCodeFix
{
    /// <summary>Makes the fix.</summary>
    public DelayFix()
        : base(RuleIds.Timers)
    {
    }

    private protected override void Register(CodeFixContext context, SyntaxNode root, SemanticModel model, SyntaxNode node)
    {
        if (node.Parent is not InvocationExpressionSyntax call || model.GetSymbolInfo(call).Symbol is not IMethodSymbol method)
        {
            return;
        }

        if (method.Name == "CancelAsync" && node is MemberAccessExpressionSyntax source && call.Parent is AwaitExpressionSyntax { Parent: ExpressionStatementSyntax } wait)
        {
            Replacement.Offer(context, "Use Cancel", root, wait, call.WithExpression(source.WithName(SyntaxFactory.IdentifierName("Cancel"))));
        }
        else if (method is { Name: "Delay", ContainingType.Name: "Task" } && FlowInScope.Find(model, node.SpanStart) is { } flow && ArgumentsOf(call, method, model) is { } arguments)
        {
            Replacement.Offer(context, $"Use {flow}.DelayAsync", root, call, call.WithExpression(Replacement.Of($"{flow}.DelayAsync")).WithArgumentList(arguments));
        }
    }

    // A clock of another kind has no counterpart.
    private static ArgumentListSyntax? ArgumentsOf(InvocationExpressionSyntax call, IMethodSymbol delay, SemanticModel model)
    {
        if (delay.Parameters.Any(parameter => parameter.Type.Name == "TimeProvider") || call.ArgumentList.Arguments is not { Count: > 0 } arguments)
        {
            return null;
        }

        ArgumentSyntax first = arguments[0];
        ExpressionSyntax time = delay.Parameters[0].Type.SpecialType == SpecialType.System_Int32 ? InMilliseconds(first.Expression, model) : first.Expression;
        return first.NameColon is null || arguments.Count == 1
            ? call.ArgumentList.WithArguments(arguments.Replace(first, SyntaxFactory.Argument(time).WithTriviaFrom(first)))
            : null;
    }

    private static ExpressionSyntax InMilliseconds(ExpressionSyntax time, SemanticModel model)
    {
        string type = model.LookupNamespacesAndTypes(time.SpanStart, name: nameof(TimeSpan)).IsEmpty ? "System.TimeSpan" : nameof(TimeSpan);
        return time is LiteralExpressionSyntax { Token.Value: int milliseconds } && milliseconds % 1000 == 0
            ? Replacement.Of($"{type}.FromSeconds({milliseconds / 1000})")
            : Replacement.Of($"{type}.FromMilliseconds({time.WithoutTrivia().ToFullString()})");
    }
}
