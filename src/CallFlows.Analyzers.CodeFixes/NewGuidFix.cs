using System.Composition;
using CallFlows.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CallFlows.Analyzers.CodeFixes;

/// <summary>Fixes CF1002: takes an id from the flow.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NewGuidFix))]
[Shared]
public sealed class NewGuidFix : FlowCodeFix
{
    /// <summary>Makes the fix.</summary>
    public NewGuidFix()
        : base(RuleIds.Random)
    {
    }

    private protected override void Register(CodeFixContext context, SyntaxNode root, SemanticModel model, SyntaxNode node)
    {
        if (node is ExpressionSyntax
            && model.GetSymbolInfo(node).Symbol is IMethodSymbol { Name: "NewGuid", ContainingType.Name: "Guid" }
            && FlowInScope.Find(model, node.SpanStart) is { } flow)
        {
            Replacement.Offer(context, $"Use {flow}.NewGuid", root, node, Replacement.Of($"{flow}.NewGuid"));
        }
    }
}
