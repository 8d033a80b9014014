using System.Text.Json;
using System.Xml.Linq;
using CallFlows.Templates.Tests.Reading;

namespace CallFlows.Templates.Tests;

public sealed class TemplateFilesTests
{
    private const string Filter = "src/CallFlows.Templates/Packages.slnf";

    [Fact]
    public void Template_VersionOfCallFlows_IsThatOfThisRepository()
    {
        using JsonDocument template = JsonDocument.Parse(Repository.Read($"{Repository.Template}/.template.config/template.json"));

        template.RootElement.GetProperty("symbols").GetProperty("callflows-version").GetProperty("defaultValue").GetString().Should().Be(Repository.Version);
        Repository.Read("README.md").Should().Contain($"CallFlows.Templates.{Repository.Version}.nupkg");
    }

    [Fact]
    public void Template_VersionsOfOtherPackages_AreThoseOfThisRepository()
    {
        Dictionary<string, string> known = XDocument.Parse(Repository.Read("Directory.Packages.props")).Descendants("PackageVersion")
            .ToDictionary(package => (string)package.Attribute("Include")!, package => (string)package.Attribute("Version")!);
        IEnumerable<(string Id, string Version)> used = Directory.EnumerateFiles(Repository.FullPath(Repository.Template), "*.csproj", SearchOption.AllDirectories)
            .SelectMany(project => XDocument.Load(project).Descendants("PackageReference"))
            .Select(package => ((string)package.Attribute("Include")!, (string)package.Attribute("Version")!));

        used.Where(package => !package.Id.StartsWith("CallFlows", StringComparison.Ordinal))
            .Should().NotBeEmpty().And.OnlyContain(package => known[package.Id] == package.Version);
    }

    [Fact]
    public void Packages_OfTheFilter_AreAllLibrariesThatCanBePacked()
    {
        using JsonDocument filter = JsonDocument.Parse(Repository.Read(Filter));
        IEnumerable<string?> projects = filter.RootElement.GetProperty("solution").GetProperty("projects").EnumerateArray().Select(project => project.GetString());

        // The command line is a tool of its own; no project refers to it.
        IEnumerable<string> packable = Directory.EnumerateDirectories(Repository.FullPath("src"))
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.csproj"))
            .Where(project => XDocument.Load(project) is var xml && xml.Descendants("IsPackable").Any() && !xml.Descendants("PackAsTool").Any())
            .Select(project => Path.GetRelativePath(Repository.Root, project).Replace('\\', '/'));

        projects.Should().BeEquivalentTo(packable);
    }
}
