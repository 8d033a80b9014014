using System.Text.RegularExpressions;
using CallFlows.Functions.Tests.Infra.Reading;
using YamlDotNet.RepresentationModel;

namespace CallFlows.Functions.Tests.Infra;

public sealed partial class AzdTests
{
    private static readonly YamlMappingNode Project = YamlFile.Load("infra/azure.yaml");

    public static TheoryData<string> Hooks =>
    [
        $"infra/{Project.TextAt("hooks", "postdeploy", "posix", "run")}",
        $"infra/{Project.TextAt("hooks", "postdeploy", "windows", "run")}",
    ];

    [Fact]
    public void Service_OfAzd_IsTheFunctionsProject()
    {
        string folder = DeploymentFiles.FullPath($"infra/{Project.TextAt("services", "functions", "project")}");

        Directory.EnumerateFiles(folder, "*.csproj").Select(Path.GetFileName).Should().Equal("CallFlows.Functions.csproj");
        Project.TextAt("services", "functions", "host").Should().Be("function");
        Project.TextAt("services", "functions", "language").Should().Be("dotnet");
    }

    [Fact]
    public void Service_OfAzd_IsFoundByTheTagOfTheApp() =>
        BicepTemplate.Load("infra/modules/functionapp.bicep").Code.Should()
            .Contain($"'azd-service-name': '{Project.KeysAt("services").Single()}'");

    [Fact]
    public void Templates_OfAzd_AreBesideItsFile()
    {
        Project.TextAt("infra", "path").Should().Be(".");
        Project.TextAt("infra", "module").Should().Be("main");
    }

    [Theory]
    [MemberData(nameof(Hooks))]
    public void Hook_OfAzd_NeedsOnlyWhatMainPutsOut(string hook)
    {
        string[] known = [.. BicepTemplate.Load("infra/main.bicep").Outputs.Select(output => output.Name), "AZURE_SUBSCRIPTION_ID"];

        VariablePattern().Matches(DeploymentFiles.Text(hook)).Select(match => match.Value).Should().NotBeEmpty().And.BeSubsetOf(known);
    }

    [Theory]
    [MemberData(nameof(Hooks))]
    public void Hook_OfAzd_GivesTheSubscriptionsWhatTheyTake(string hook)
    {
        IEnumerable<BicepDeclaration> required = BicepTemplate.Load("infra/events.bicep").Parameters.Where(parameter => parameter.IsRequired);

        ArgumentPattern().Matches(DeploymentFiles.Text(hook)).Select(match => match.Groups["name"].Value)
            .Should().BeEquivalentTo(required.Select(parameter => parameter.Name));
    }

    [Theory]
    [MemberData(nameof(Hooks))]
    public void Hook_OfAzd_WaitsForTheFunctionsOfTheSubscriptions(string hook) =>
        DeploymentFiles.Text(hook).Should().ContainAll(BicepTemplate.Load("infra/events.bicep").Literals("function"));

    [Fact]
    public void Hook_ForAShell_CanBeRun()
    {
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(DeploymentFiles.FullPath("infra/hooks/postdeploy.sh")).Should().HaveFlag(UnixFileMode.UserExecute);
        }
    }

    [GeneratedRegex(@"\b[A-Z]+(_[A-Z]+)+\b")]
    private static partial Regex VariablePattern();

    [GeneratedRegex(@"^\s+""?(?<name>[a-z]\w+)=""?\$(env:)?[A-Z_]+""?", RegexOptions.Multiline)]
    private static partial Regex ArgumentPattern();
}
