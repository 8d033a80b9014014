using System.Xml.Linq;

namespace CallFlows.Templates.Tests.Reading;

/// <summary>The repository these tests were built from.</summary>
internal static class Repository
{
    /// <summary>The template, from the root.</summary>
    public const string Template = "src/CallFlows.Templates/content/callflow";

    public static string Root { get; } = FindRoot();

    /// <summary>The configuration these tests were built in, such as Debug: the packages are made of the same build.</summary>
    public static string Configuration { get; } =
        new DirectoryInfo(AppContext.BaseDirectory).Parent?.Name ?? throw new InvalidOperationException($"{AppContext.BaseDirectory} is no folder of a build.");

    /// <summary>The version of everything here.</summary>
    public static string Version { get; } = XDocument.Parse(Read("Directory.Build.props")).Descendants("VersionPrefix").Single().Value;

    public static string FullPath(string path) => Path.GetFullPath(Path.Combine(Root, path));

    public static string Read(string path) => File.ReadAllText(FullPath(path));

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
