using System.IO.Compression;
using System.Xml.Linq;

namespace CallFlows.Templates.Tests.Reading;

/// <summary>What a package says of itself.</summary>
/// <param name="License">Its licence, as an expression.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Dependencies">The packages it needs, with the lowest version of each.</param>
/// <param name="Files">What is in it, by path.</param>
internal sealed record PackageFile(
    string? License, string? Description, IReadOnlyList<(string Id, string Version)> Dependencies, IReadOnlyList<string> Files)
{
    public static PackageFile Load(string folder, string id, string version) => Load(Path.Combine(folder, $"{id}.{version}.nupkg"));

    public static PackageFile Load(string path)
    {
        using ZipArchive archive = ZipFile.OpenRead(path);
        using Stream stream = archive.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        XElement[] elements = [.. XDocument.Load(stream).Descendants()];
        return new PackageFile(
            elements.FirstOrDefault(element => element.Name.LocalName == "license")?.Value,
            elements.FirstOrDefault(element => element.Name.LocalName == "description")?.Value,
            [.. elements.Where(element => element.Name.LocalName == "dependency").Select(element => ((string)element.Attribute("id")!, (string)element.Attribute("version")!))],
            [.. archive.Entries.Select(entry => entry.FullName)]);
    }
}
