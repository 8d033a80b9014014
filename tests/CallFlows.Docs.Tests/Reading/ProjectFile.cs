using System.Xml.Linq;

namespace CallFlows.Docs.Tests.Reading;

/// <summary>What a project takes from elsewhere.</summary>
/// <param name="Name">The project's name.</param>
/// <param name="Projects">The projects it references, by name.</param>
/// <param name="Packages">The packages it references.</param>
/// <param name="Frameworks">The shared frameworks it references.</param>
internal sealed record ProjectFile(string Name, IReadOnlyList<string> Projects, IReadOnlyList<string> Packages, IReadOnlyList<string> Frameworks)
{
    public static ProjectFile Load(string path)
    {
        XDocument xml = XDocument.Load(Repository.FullPath(path));
        return new ProjectFile(
            Path.GetFileNameWithoutExtension(path),
            [.. Includes(xml, "ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Replace('\\', '/')))],
            [.. Includes(xml, "PackageReference")],
            [.. Includes(xml, "FrameworkReference")]);
    }

    private static IEnumerable<string> Includes(XDocument xml, string item) =>
        xml.Descendants().Where(element => element.Name.LocalName == item).Select(element => (string?)element.Attribute("Include") ?? "");
}
