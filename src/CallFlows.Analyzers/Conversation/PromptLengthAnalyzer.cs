using System.Collections.Immutable;
using CallFlows.Analyzers.Rules;
using CallFlows.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CallFlows.Analyzers.Conversation;

/// <summary>Reports CF2004: a text that is longer than the service speaks, whatever its variables hold.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PromptLengthAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [ConversationRule.LongPrompt];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            // The limit is the library's own constant, so that it is written once.
            if (start.Compilation.GetTypeByMetadataName("CallFlows.Prompts.TextPrompt") is { } prompt
                && prompt.GetMembers("MaxLength").FirstOrDefault() is IFieldSymbol { ConstantValue: int limit })
            {
                start.RegisterOperationAction(
                    operation => Analyze(operation, prompt, limit),
                    OperationKind.Conversion,
                    OperationKind.Invocation,
                    OperationKind.ObjectCreation);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context, INamedTypeSymbol prompt, int limit)
    {
        if (TextOf(context.Operation, prompt) is { } text && TextLength.AtLeast(text) is var length && length > limit)
        {
            context.ReportDiagnostic(Diagnostic.Create(ConversationRule.LongPrompt, text.Syntax.GetLocation(), length, limit));
        }
    }

    private static IOperation? TextOf(IOperation operation, INamedTypeSymbol prompt) => operation switch
    {
        IConversionOperation { OperatorMethod: { } conversion } from when FlowSymbols.Same(conversion.ContainingType, prompt.BaseType) => from.Operand,
        IInvocationOperation { TargetMethod: { Name: "Text", IsStatic: true } method } call when FlowSymbols.Same(method.ContainingType, prompt.BaseType) =>
            First(call.Arguments),
        IObjectCreationOperation { Constructor.ContainingType: { } type } creation when FlowSymbols.Same(type, prompt) => First(creation.Arguments),
        _ => null,
    };

    private static IOperation? First(ImmutableArray<IArgumentOperation> arguments) =>
        arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value;
}
