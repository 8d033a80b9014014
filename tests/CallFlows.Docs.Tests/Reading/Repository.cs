namespace CallFlows.Docs.Tests.Reading;

/// <summary>The repository these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Every document, by its path from the root: those at the root, and all under <c>docs</c> and <c>infra</c>.</summary>
    public static IReadOnlyList<string> Documents { get; } =
    [
        .. Files(Root, "*.md", SearchOption.TopDirectoryOnly),
        .. Files(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories),
        .. Files(Path.Combine(Root, "infra"), "*.md", SearchOption.AllDirectories),
    ];

    /// <summary>Source files whose lines documents may show, by their path from the root: the build compiles them, those of the Functions app in its tests.</summary>
    public static IReadOnlyList<string> SnippetSources { get; } =
    [
        .. Files(Path.Combine(Root, "src", "CallFlows.Functions"), "*.cs", SearchOption.AllDirectories),
        .. Files(Path.Combine(Root, "src", "CallFlows.Samples"), "*.cs", SearchOption.AllDirectories),
        .. Files(Path.Combine(Root, "tests", "CallFlows.Docs.Tests", "Snippets"), "*.cs", SearchOption.AllDirectories),
    ];

    /// <summary>Node programs whose lines documents may show, by their path from the root: the conformance tests run them.</summary>
    public static IReadOnlyList<string> ScriptSources { get; } =
        Files(Path.Combine(Root, "tests", "CallFlows.Conformance"), "*.mjs", SearchOption.AllDirectories);

    /// <summary>The projects under <c>src</c>, by their path from the root. What a template makes belongs to whoever makes it.</summary>
    public static IReadOnlyList<string> SourceProjects { get; } =
    [
        .. Files(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Where(path => !path.StartsWith("src/CallFlows.Templates/content/", StringComparison.Ordinal)),
    ];

    public static string FullPath(string path) => Path.GetFullPath(Path.Combine(Root, path));

    private static string[] Files(string folder, string pattern, SearchOption option) =>
    [
        .. Directory.EnumerateFiles(folder, pattern, option)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(part => part is "bin" or "obj" or "node_modules"))
            .Order(StringComparer.Ordinal),
    ];

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CallFlows.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds CallFlows.sln; these tests read the repository they were built in.");
    }
}
