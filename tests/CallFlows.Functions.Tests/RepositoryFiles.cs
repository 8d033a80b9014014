namespace CallFlows.Functions.Tests;

/// <summary>Files of the repository, wherever the tests run in it.</summary>
internal static class RepositoryFiles
{
    private static readonly string Root = FindRoot();

    public static string FullPath(string path) => Path.GetFullPath(Path.Combine(Root, path));

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CallFlows.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests don't run within the repository.");
    }
}
