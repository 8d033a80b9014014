using System.Text.RegularExpressions;
using CallFlows.Templates.Tests.Reading;
using CallFlows.Templates.Tests.Running;

namespace CallFlows.Templates.Tests;

public sealed partial class NewProjectTests(NewProject project) : IClassFixture<NewProject>
{
    [Fact]
    public void NewProject_ItsTests_Pass() => project.TestOutput.Should().MatchRegex(@"Failed:\s+0, Passed:\s+3, Skipped:\s+0");

    [Fact]
    public void NewProject_Build_WarnsOfNothingInItsCode() => project.TestOutput.Should().NotMatchRegex("warning (CS|CA|IDE|xUnit)");

    [Fact]
    public async Task NewProject_Run_SeesAFirstCallAndThePrintedOnesThrough()
    {
        await using RunningHost host = new(
            project.Folder, project.Environment,
            "run", "--no-build", "--project", $"src/{NewProject.Name}", "--", "--urls", FreePort.Address().AbsoluteUri, "--Emulator:Port", "0");

        await host.WritesAsync("We are open from nine to five");
        await host.WritesAsync("0199", "hangs up");

        Uri phone = await PrintedCommands.PostAsync(host.Written, "/call");
        (await PrintedCommands.HeardAsync(phone)).Should().Contain("To be called back press 2");
        await PrintedCommands.PostAsync(host.Written, "/press");
        await host.WritesAsync("You are number 1 on our list");

        (await PrintedCommands.GetAsync(host.Written, "/callflows/instances")).Should().Contain("Reception");
        (await PrintedCommands.GetAsync(host.Written, "/latest/transcript")).Should().Contain("You are number 1 on our list");
    }

    [Fact]
    public void NewProject_Made_HasWhatItsReadmeNames()
    {
        string readme = File.ReadAllText(Path.Combine(project.Folder, "README.md"));
        string[] links = [.. Link().Matches(readme).Select(link => link.Groups["path"].Value)];

        readme.Should().ContainAll("dotnet test", $"dotnet run --project src/{NewProject.Name}\n");
        links.Should().NotBeEmpty().And.OnlyContain(path => File.Exists(Path.Combine(project.Folder, path)));
    }

    [Fact]
    public void NewProject_Made_HasFilesThatPackingLeavesOutByItself() =>
        Directory.EnumerateFiles(project.Folder).Select(Path.GetFileName).Should().BeEquivalentTo(
            ".gitignore", "Directory.Build.props", $"{NewProject.Name}.slnx", "nuget.config", "README.md");

    [Fact]
    public void NewProject_Made_HoldsNothingOfTheTemplate()
    {
        IEnumerable<string> left = Directory.EnumerateFiles(project.Folder, "*", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Where(file => $"{file}\n{File.ReadAllText(file)}" is var text
                && new[] { "ContosoLine", "CONTOSO_LINE", "CALLFLOWS_VERSION", "CALLFLOWS_PACKAGES" }.Any(mark => text.Contains(mark, StringComparison.Ordinal)));

        left.Should().BeEmpty();
    }

    [Fact]
    public async Task NewProject_MadeWithoutAFolderOfPackages_HasNoNuGetConfig()
    {
        string output = await project.RunAsync(project.Folder, ["new", "callflow", "--name", "other", "--dry-run", .. project.Hive]);

        output.Should().Contain("Directory.Build.props").And.NotContain("nuget.config");
    }

    [Fact]
    public void NewProject_Settings_AreItsOwnAndNotTheEmulators() =>
        File.ReadAllText(Path.Combine(project.Folder, "src", NewProject.Name, "bin", "Debug", "net10.0", "appsettings.json"))
            .Should().Be(File.ReadAllText(Path.Combine(project.Folder, "src", NewProject.Name, "appsettings.json")));

    [Fact]
    public void Packages_OfOneBuild_DependOnEachOtherInTheSameVersion()
    {
        PackageFile testing = PackageFile.Load(project.Packages, "CallFlows.Testing", project.Version);
        PackageFile aspNetCore = PackageFile.Load(project.Packages, "CallFlows.AspNetCore", project.Version);

        testing.Dependencies.Should().Contain(
            [("CallFlows.AspNetCore", project.Version), ("CallFlows.CallAutomation", project.Version), ("CallFlows.Emulator", project.Version)]);
        aspNetCore.Dependencies.Should().Contain([("CallFlows.CallAutomation", project.Version), ("CallFlows.Engine", project.Version)]);
    }

    [Fact]
    public void Packages_OfOneBuild_SayWhatTheyAre()
    {
        foreach (string path in Directory.EnumerateFiles(project.Packages, "*.nupkg"))
        {
            PackageFile package = PackageFile.Load(path);

            package.License.Should().Be("MIT");
            package.Description.Should().NotBeNullOrEmpty().And.NotBe("Package Description");
            package.Files.Should().Contain("README.md").And.NotContain(file => file.StartsWith("contentFiles/", StringComparison.Ordinal));
        }
    }

    [GeneratedRegex(@"\]\((?<path>[^)]+)\)")]
    private static partial Regex Link();
}
