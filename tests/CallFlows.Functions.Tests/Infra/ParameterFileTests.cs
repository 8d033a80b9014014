using System.Text.Json;
using System.Text.RegularExpressions;
using CallFlows.Functions.Tests.Infra.Reading;

namespace CallFlows.Functions.Tests.Infra;

public sealed partial class ParameterFileTests
{
    private static readonly IReadOnlyList<BicepDeclaration> Parameters = BicepTemplate.Load("infra/main.bicep").Parameters;

    private static readonly Dictionary<string, string> Values = Read();

    [Fact]
    public void ParameterFile_OfMain_GivesWhatMainTakes()
    {
        Values.Keys.Should().BeSubsetOf(Parameters.Select(parameter => parameter.Name));
        Values.Keys.Should().Contain(Parameters.Where(parameter => parameter.IsRequired).Select(parameter => parameter.Name));
    }

    [Fact]
    public void Parameter_WithASecret_IsMadeAtDeployment()
    {
        BicepDeclaration secret = Parameters.Should().ContainSingle(parameter => parameter.Has("secure")).Subject;

        // Four random words of 15 letters and digits, each from the operating system's generator. Only the first deployment's are used.
        Values[secret.Name].Should().Be(string.Concat(Enumerable.Repeat("$(secretOrRandomPassword)", 4)));
    }

    [Fact]
    public void Parameter_WithADefaultInBothFiles_HasTheSame()
    {
        string code = BicepTemplate.Load("infra/main.bicep").Code;
        foreach ((string name, string value) in Values)
        {
            if (DefaultPattern().Match(value) is { Success: true } match)
            {
                string inMain = Regex.Match(code, $@"^param {name} \w+ = '?(?<value>[^'\n]*)'?$", RegexOptions.Multiline).Groups["value"].Value;

                match.Groups["value"].Value.Should().Be(inMain, name);
            }
        }
    }

    [Fact]
    public void Variable_OfAParameter_IsInTheReadme()
    {
        string readme = DeploymentFiles.Text("infra/README.md");

        Values.Values.SelectMany(value => VariablePattern().Matches(value).Select(match => match.Value))
            .Should().NotBeEmpty().And.OnlyContain(variable => readme.Contains($"`{variable}`"));
    }

    [GeneratedRegex("CALLFLOWS_[A-Z_]+")]
    private static partial Regex VariablePattern();

    [GeneratedRegex(@"^\$\{CALLFLOWS_[A-Z_]+=(?<value>[^}]+)\}$")]
    private static partial Regex DefaultPattern();

    private static Dictionary<string, string> Read()
    {
        using JsonDocument document = JsonDocument.Parse(DeploymentFiles.Text("infra/main.parameters.json"));
        return document.RootElement.GetProperty("parameters").EnumerateObject()
            .ToDictionary(parameter => parameter.Name, parameter => parameter.Value.GetProperty("value").GetString()!);
    }
}
