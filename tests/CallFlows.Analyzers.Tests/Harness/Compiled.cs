using System.Collections.Immutable;
using System.Reflection;
using CallFlows.Flows;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CallFlows.Analyzers.Tests.Harness;

/// <summary>Compiles source against CallFlows and runs every analyzer over it.</summary>
internal static class Compiled
{
    public static readonly CSharpParseOptions Options = new(LanguageVersion.Latest);

    public static ImmutableArray<MetadataReference> References { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => path == typeof(FlowContext).Assembly.Location || Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)
                || Path.GetFileName(path) is "netstandard.dll" or "mscorlib.dll" or "Microsoft.Extensions.Logging.Abstractions.dll")
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>The framework's assemblies that sources are compiled against.</summary>
    public static ImmutableArray<Assembly> Assemblies { get; } =
    [
        typeof(object).Assembly,
        .. References.Select(reference => Path.GetFileNameWithoutExtension(reference.Display!))
            .Where(name => name.StartsWith("System.", StringComparison.Ordinal)).Select(Assembly.Load),
    ];

    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
    [
        .. typeof(Rules.RuleIds).Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    public static CSharpCompilation Of(string source) => CSharpCompilation.Create(
        "App",
        [CSharpSyntaxTree.ParseText(source, Options, "Flow.cs")],
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));

    /// <summary>What the analyzers report, in the order of the source.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> AnalyzeAsync(string source)
    {
        CSharpCompilation compilation = Of(source);
        compilation.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error).Should().BeEmpty("the test's source is right");
        ImmutableArray<Diagnostic> found = await compilation
            .WithAnalyzers(Analyzers, new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([]), onAnalyzerException: (error, _, _) => throw new InvalidOperationException("An analyzer failed.", error), true, false))
            .GetAnalyzerDiagnosticsAsync();
        return [.. found.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)];
    }
}
