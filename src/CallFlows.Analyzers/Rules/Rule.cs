using Microsoft.CodeAnalysis;

namespace CallFlows.Analyzers.Rules;

/// <summary>What the rules of this assembly have in common.</summary>
internal static class Rule
{
    public const string Determinism = "CallFlows.Determinism";
    public const string Conversation = "CallFlows.Conversation";

    // The one place to change when the documents move.
    private const string Documents = "https://callflows.example/docs/rules/";

    public static DiagnosticDescriptor Warning(string id, string category, string title, string message, string reason) =>
        new(id, title, message, category, DiagnosticSeverity.Warning, isEnabledByDefault: true, reason, $"{Documents}{id}.md");
}
