using System.Composition;
using CallFlows.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CallFlows.Analyzers.CodeFixes;

/// <summary>Fixes CF1001: takes the time from the flow.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ClockFix))]
[Shared]
public sealed class ClockFix : FlowCodeFix
{
    /// <summary>Makes the fix.</summary>
    public ClockFix()
        : base(RuleIds.Clock)
    {
    }

    private protected override void Register(CodeFixContext context, SyntaxNode root, SemanticModel model, SyntaxNode node)
    {
        if (FlowInScope.Find(model, node.SpanStart) is { } flow && Replaced(node, model, flow) is { } replaced)
        {
            string now = replaced.Now;
            Replacement.Offer(context, $"Use {now}", root, replaced.Wrong, Replacement.Of(now));
        }
    }

    private static (SyntaxNode Wrong, string Now)? Replaced(SyntaxNode node, SemanticModel model, string flow)
    {
        ISymbol? member = model.GetSymbolInfo(node).Symbol;
        switch (member?.ContainingType?.Name, member?.Name)
        {
            case ("DateTimeOffset", "UtcNow" or "Now"):
                return (node, $"{flow}.UtcNow");
            case ("DateTime", "UtcNow"):
                return (node, $"{flow}.UtcNow.UtcDateTime");
            case ("TimeProvider", "GetUtcNow") when node.Parent is InvocationExpressionSyntax call:
                return (call, $"{flow}.UtcNow");
            case ("TimeProvider", "System") when node.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetUtcNow", Parent: InvocationExpressionSyntax call }:
                return (call, $"{flow}.UtcNow");
            default:
                // Local time has no counterpart: which zone is meant, only the author knows.
                return null;
        }
    }
}
