using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CallFlows.Analyzers.CodeFixes;

/// <summary>What fixes of one rule have in common: they look at the node that was reported, and offer something in its place.</summary>
public abstract class FlowCodeFix : CodeFixProvider
{
    private protected FlowCodeFix(string rule) => FixableDiagnosticIds = [rule];

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is { } root
            && await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is { } model)
        {
            Register(context, root, model, root.FindNode(context.Span, getInnermostNodeForTie: true));
        }
    }

    /// <summary>Offers what there is to offer.</summary>
    /// <param name="context">Takes the offer.</param>
    /// <param name="root">The document's syntax.</param>
    /// <param name="model">What its names mean.</param>
    /// <param name="node">What was reported.</param>
    private protected abstract void Register(CodeFixContext context, SyntaxNode root, SemanticModel model, SyntaxNode node);
}
