namespace CallFlows.Functions.Tests.Infra.Reading;

/// <summary>The files by which the app is deployed, in the repository these tests were built from.</summary>
internal static class DeploymentFiles
{
    /// <summary>Everything under <c>infra</c> and <c>.github</c> that is kept in the repository, by its path from the root.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Files("infra"), .. Files(".github")];

    /// <summary>Templates, by their path from the root.</summary>
    public static IReadOnlyList<string> Templates { get; } = [.. All.Where(file => file.EndsWith(".bicep", StringComparison.Ordinal))];

    /// <summary>Workflows, by their path from the root.</summary>
    public static IReadOnlyList<string> Workflows { get; } =
        [.. All.Where(file => file.StartsWith(".github/workflows/", StringComparison.Ordinal))];

    public static string FullPath(string path) => RepositoryFiles.FullPath(path);

    public static string Text(string path) => File.ReadAllText(FullPath(path));

    // What azd keeps of its environments is nobody else's, and no part of the repository.
    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(FullPath(folder), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(RepositoryFiles.FullPath("."), file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Contains(".azure"))
            .Order(StringComparer.Ordinal);
}
