using System.Collections.Immutable;
using System.Composition;
using CallFlows.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CallFlows.Analyzers.CodeFixes;

/// <summary>Fixes CF1002: takes an id from the flow.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NewGuidFix))]
[Shared]
public sealed class NewGuidFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.Random];

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
        if (node is ExpressionSyntax
            && model.GetSymbolInfo(node).Symbol is IMethodSymbol { Name: "NewGuid", ContainingType.Name: "Guid" }
            && FlowInScope.Find(model, node.SpanStart) is { } flow)
        {
            Replacement.Offer(context, $"Use {flow}.NewGuid", root, node, Replacement.Of($"{flow}.NewGuid"));
        }
    }
}
