using System.Composition;
using CallFlows.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CallFlows.Analyzers.CodeFixes;

/// <summary>Fixes CF1006: awaits in the flow's own context.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ConfigureAwaitFix))]
[Shared]
public sealed class ConfigureAwaitFix : FlowCodeFix
{
    /// <summary>Makes the fix.</summary>
    public ConfigureAwaitFix()
        : base(RuleIds.LeavingTheFlow)
    {
    }

    private protected override void Register(CodeFixContext context, SyntaxNode root, SemanticModel model, SyntaxNode node)
    {
        if (node is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Expression: { } task, Parent: InvocationExpressionSyntax call })
        {
            Replacement.Offer(context, "Await without ConfigureAwait", root, call, task);
        }
    }
}
