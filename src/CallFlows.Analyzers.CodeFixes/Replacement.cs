using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CallFlows.Analyzers.CodeFixes;

/// <summary>Code that is put in the place of other code.</summary>
internal static class Replacement
{
    /// <summary>Code from text.</summary>
    public static ExpressionSyntax Of(string text) => SyntaxFactory.ParseExpression(text);

    /// <summary>Offers to replace one piece of code.</summary>
    public static void Offer(CodeFixContext context, string title, SyntaxNode root, SyntaxNode wrong, SyntaxNode right) =>
        context.RegisterCodeFix(
            CodeAction.Create(
                title,
                _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(wrong, right.WithTriviaFrom(wrong)))),
                equivalenceKey: title),
            context.Diagnostics);
}
