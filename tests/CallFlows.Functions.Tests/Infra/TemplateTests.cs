using CallFlows.Functions.Tests.Infra.Reading;

namespace CallFlows.Functions.Tests.Infra;

public sealed class TemplateTests
{
    public static TheoryData<string> Templates => [.. DeploymentFiles.Templates];

    [Fact]
    public void Templates_OfTheRepository_AreRead() => DeploymentFiles.Templates.Should().HaveCount(12);

    [Theory]
    [MemberData(nameof(Templates))]
    public void Parameter_OfATemplate_IsDescribed(string template) =>
        BicepTemplate.Load(template).Parameters.Where(parameter => !parameter.Has("description")).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Templates))]
    public void Output_OfATemplate_IsDescribed(string template) =>
        BicepTemplate.Load(template).Outputs.Where(output => !output.Has("description")).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Templates))]
    public void Parameter_OfATemplate_IsBounded(string template) =>
        BicepTemplate.Load(template).Parameters.Where(parameter => !IsBounded(parameter)).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Templates))]
    public void Template_WithModules_FindsThemAndGivesThemWhatTheyTake(string template)
    {
        string folder = Path.GetDirectoryName(template)!;
        foreach (BicepModule module in BicepTemplate.Load(template).Modules)
        {
            IReadOnlyList<BicepDeclaration> taken = BicepTemplate.Load(Path.Combine(folder, module.Path)).Parameters;

            module.Arguments.Should().BeSubsetOf(taken.Select(parameter => parameter.Name), module.Name);
            module.Arguments.Should().Contain(taken.Where(parameter => parameter.IsRequired).Select(parameter => parameter.Name), module.Name);
        }
    }

    [Fact]
    public void Module_InItsFolder_IsUsedOnce() =>
        BicepTemplate.Load("infra/main.bicep").Modules.Select(module => $"infra/{module.Path}")
            .Should().BeEquivalentTo(DeploymentFiles.Templates.Where(file => file.StartsWith("infra/modules/", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Templates))]
    public void ResourceType_OfATemplate_IsOfAStableVersion(string template) =>
        // A resource within another has the version of that one.
        BicepTemplate.Load(template).ResourceTypes.Where(type => type.Contains('.', StringComparison.Ordinal))
            .Should().OnlyContain(type => System.Text.RegularExpressions.Regex.IsMatch(type, @"^Microsoft\.[\w./]+@\d{4}-\d\d-\d\d$"));

    [Fact]
    public void ResourceType_UsedInSeveralTemplates_IsOfOneVersion() =>
        DeploymentFiles.Templates.SelectMany(template => BicepTemplate.Load(template).ResourceTypes)
            .Where(type => type.Contains('@', StringComparison.Ordinal))
            .Distinct()
            .GroupBy(type => type.Split('@')[0])
            .Where(type => type.Count() > 1)
            .Should().BeEmpty();

    private static bool IsBounded(BicepDeclaration parameter) => parameter.Type switch
    {
        "bool" or "object" => true,
        "int" => parameter.Has("allowed") || (parameter.Has("minValue") && parameter.Has("maxValue")),
        _ => parameter.Has("allowed") || parameter.Has("minLength") || parameter.Has("maxLength"),
    };
}
