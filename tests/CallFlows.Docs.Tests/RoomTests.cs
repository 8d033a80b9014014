using CallFlows.Docs.Tests.Reading;

namespace CallFlows.Docs.Tests;

public sealed class RoomTests
{
    private const string Architecture = "docs/architecture.md";

    private static readonly IReadOnlyDictionary<string, IReadOnlySet<string>> Rooms =
        RoomTable.Read(File.ReadAllLines(Repository.FullPath(Architecture)));

    public static TheoryData<string> Projects => [.. Repository.SourceProjects];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_UnderSrc_ReferencesOnlyWhatTheArchitectureAllows(string path)
    {
        ProjectFile project = ProjectFile.Load(path);

        Rooms.Should().ContainKey(project.Name, "{0} has a row for every project", Architecture);
        project.Projects.Should().BeSubsetOf(Rooms[project.Name], "that is what the table in {0} allows {1}", Architecture, project.Name);
    }

    [Fact]
    public void Architecture_TableOfProjects_NamesOnlyProjectsThatExist()
    {
        IEnumerable<string?> projects = Repository.SourceProjects.Select(Path.GetFileNameWithoutExtension);

        Rooms.Keys.Should().BeSubsetOf(projects!);
        Rooms.Values.SelectMany(names => names).Should().BeSubsetOf(projects!);
    }

    [Theory]
    [InlineData("CallFlows")]
    [InlineData("CallFlows.Protocol")]
    public void InnerProject_References_NoOtherProject(string project) => Rooms[project].Should().BeEmpty();

    [Fact]
    public void CallFlows_References_NothingOfAzureOrAspNetCore()
    {
        ProjectFile project = ProjectFile.Load("src/CallFlows/CallFlows.csproj");

        project.Frameworks.Should().BeEmpty();
        project.Packages.Should().OnlyContain(package => package.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal));
    }

    [Fact]
    public void Protocol_References_NoPackage()
    {
        ProjectFile project = ProjectFile.Load("src/CallFlows.Protocol/CallFlows.Protocol.csproj");

        project.Frameworks.Should().BeEmpty();
        project.Packages.Should().BeEmpty();
    }
}
