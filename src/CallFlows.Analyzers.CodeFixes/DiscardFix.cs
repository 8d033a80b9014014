using System.Collections.Immutable;
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
public sealed class DiscardFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.IgnoredOutcome];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
        {
            return;
        }

        SyntaxNode node = root.FindNode(context.Span, getInnermostNodeForTie: true);
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
