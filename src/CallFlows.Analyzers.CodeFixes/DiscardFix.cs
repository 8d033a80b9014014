using System.Composition;
using CallFlows.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace CallFlows.Analyzers.CodeFixes;

/// <summary>Fixes CF2003: says that any outcome will do.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DiscardFix))]
[Shared]
public sealed class DiscardFix : FlowCodeFix
{
    /// <summary>Makes the fix.</summary>
    public DiscardFix()
        : base(RuleIds.IgnoredOutcome)
    {
    }

    private protected override void Register(CodeFixContext context, SyntaxNode root, SemanticModel model, SyntaxNode node)
    {
        if (node is AwaitExpressionSyntax wait && model.LookupSymbols(node.SpanStart, name: "_").IsEmpty)
        {
            Replacement.Offer(
                context,
                "Say that any outcome will do",
                root,
                wait,
                SyntaxFactory.AssignmentExpression(SyntaxKind.SimpleAssignmentExpression, SyntaxFactory.IdentifierName("_"), wait.WithoutTrivia())
                    .WithAdditionalAnnotations(Formatter.Annotation));
        }
    }
}
