using System.Text.RegularExpressions;
using CallFlows.Functions.Tests.Infra.Reading;

namespace CallFlows.Functions.Tests.Infra;

public sealed partial class RoleTests
{
    private const string Roles = "infra/modules/roles.bicep";

    // Owner, Contributor, User Access Administrator, Role Based Access Control Administrator.
    private static readonly string[] TooMuch =
    [
        "8e3af657-a8ff-443c-a75c-2fe8c4bcb635",
        "b24988ac-6180-42a0-ab88-20f7382dd24c",
        "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9",
        "f58310d9-a9f6-439a-9e8d-f62e7b41a168",
    ];

    public static TheoryData<string> Assignments =>
        [.. AssignmentPattern().Matches(DeploymentFiles.Text(Roles)).Select(match => match.Groups["name"].Value)];

    [Fact]
    public void RoleAssignments_OfTheTemplates_StandInOneModule() =>
        DeploymentFiles.Templates.Where(template => BicepTemplate.Load(template).Code.Contains("/roleAssignments@", StringComparison.Ordinal))
            .Should().Equal(Roles);

    [Theory]
    [MemberData(nameof(Assignments))]
    public void RoleAssignment_OfTheModule_SaysWhy(string name) =>
        DeploymentFiles.Text(Roles).Should().MatchRegex($@"(?m)^// .+\nresource {name} ");

    [Theory]
    [MemberData(nameof(Assignments))]
    public void RoleAssignment_OfTheModule_IsOnAThingNotOnTheGroup(string name) =>
        Regex.Match(DeploymentFiles.Text(Roles), $@"(?ms)^resource {name} .*?^}}").Value.Should().MatchRegex(@"\n  scope: \w+");

    [Fact]
    public void Role_OfTheModule_ManagesNothing() => TooMuch.Where(DeploymentFiles.Text(Roles).Contains).Should().BeEmpty();

    [Fact]
    public void Role_OfTheModule_IsInTheReadme() =>
        RolePattern().Matches(DeploymentFiles.Text(Roles)).Select(match => match.Groups["id"].Value)
            .Should().NotBeEmpty().And.OnlyContain(id => DeploymentFiles.Text("infra/README.md").Contains(id));

    [GeneratedRegex(@"^resource (?<name>\w+) 'Microsoft\.Authorization/roleAssignments@", RegexOptions.Multiline)]
    private static partial Regex AssignmentPattern();

    [GeneratedRegex(@"^  \w+: '(?<id>[0-9a-f-]{36})'$", RegexOptions.Multiline)]
    private static partial Regex RolePattern();
}
