using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace CallFlows.Analyzers.Tests.Harness;

/// <summary>Applies code fixes as an editor does.</summary>
internal static class Fixed
{
    private static readonly ImmutableArray<CodeFixProvider> Providers =
    [
        .. typeof(CodeFixes.ClockFix).Assembly.GetExportedTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(CodeFixProvider)))
            .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];

    /// <summary>The source after the first report's fix, or null when it has none.</summary>
    public static async Task<string?> Async(string source)
    {
        using AdhocWorkspace workspace = new();
        ProjectInfo project = ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "App", "App", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary),
            parseOptions: Compiled.Options,
            metadataReferences: Compiled.References);
        Document document = workspace.AddProject(project).AddDocument("Flow.cs", SourceText.From(source), filePath: "Flow.cs");
        Diagnostic reported = (await Compiled.AnalyzeAsync(source))[0];
        Diagnostic diagnostic = Diagnostic.Create(
            reported.Descriptor, Location.Create((await document.GetSyntaxTreeAsync())!, reported.Location.SourceSpan));

        List<CodeAction> actions = [];
        foreach (CodeFixProvider provider in Providers.Where(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), default));
        }

        if (actions.Count == 0)
        {
            return null;
        }

        ApplyChangesOperation applied = (await actions[0].GetOperationsAsync(default)).OfType<ApplyChangesOperation>().Single();
        Document changed = applied.ChangedSolution.GetDocument(document.Id)!;
        return (await changed.GetTextAsync()).ToString();
    }
}
