using CallFlows.Functions.Tests.Infra.Reading;
using YamlDotNet.RepresentationModel;

namespace CallFlows.Functions.Tests.Infra;

public sealed class WorkflowTests
{
    private const string Ci = ".github/workflows/ci.yml";
    private const string Deploy = ".github/workflows/deploy.yml";

    public static TheoryData<string> Workflows => [.. DeploymentFiles.Workflows];

    [Fact]
    public void Workflows_OfTheRepository_AreThese() => DeploymentFiles.Workflows.Should().Equal(Ci, Deploy);

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Action_OfAWorkflow_IsPinnedToAMajorVersion(string workflow) =>
        Steps(workflow).Where(step => step.Children.ContainsKey("uses")).Select(step => step.TextAt("uses"))
            .Should().NotBeEmpty().And.OnlyContain(action => System.Text.RegularExpressions.Regex.IsMatch(action, @"^(actions|[Aa]zure)/[\w-]+@v\d+$"));

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Job_OfAWorkflow_EndsByItself(string workflow)
    {
        YamlMappingNode file = YamlFile.Load(workflow);
        foreach (string job in file.KeysAt("jobs"))
        {
            file.TextAt("jobs", job, "timeout-minutes").Should().MatchRegex(@"^\d{1,2}$", job);
        }
    }

    [Fact]
    public void Ci_OnItsOwn_MayOnlyRead() => YamlFile.Load(Ci).KeysAt("permissions").Should().Equal("contents");

    [Fact]
    public void Deploy_StartedByHand_SignsInWithoutASecret()
    {
        YamlMappingNode file = YamlFile.Load(Deploy);

        file.KeysAt("on").Should().Equal("workflow_dispatch");
        file.KeysAt("permissions").Should().Equal("contents", "id-token");
        file.TextAt("permissions", "contents").Should().Be("read");
        file.TextAt("jobs", "deploy", "environment").Should().Be("${{ inputs.environment }}");
    }

    [Fact]
    public void Ci_OfTheInfrastructure_BuildsWhatIsDeployed()
    {
        string text = DeploymentFiles.Text(Ci);

        text.Should().Contain("infra/main.bicep").And.Contain("infra/events.bicep").And.Contain("run: .ci/run\n");
    }

    private static IEnumerable<YamlMappingNode> Steps(string workflow)
    {
        YamlMappingNode file = YamlFile.Load(workflow);
        return file.KeysAt("jobs").SelectMany(job => ((YamlSequenceNode)file.At("jobs", job, "steps")).Children.Cast<YamlMappingNode>());
    }
}
