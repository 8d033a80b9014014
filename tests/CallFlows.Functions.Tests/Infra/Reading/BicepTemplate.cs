using System.Text.RegularExpressions;

namespace CallFlows.Functions.Tests.Infra.Reading;

/// <summary>
/// A template, as far as it can be read by its lines: the files here are formatted as Bicep's own formatter does, one property a line.
/// </summary>
internal sealed partial class BicepTemplate
{
    private BicepTemplate(string path, string text)
    {
        Path = path;
        Code = string.Join('\n', text.Split('\n').Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)));
        Parameters = [.. Declarations(Code, "param")];
        Outputs = [.. Declarations(Code, "output")];
        Modules = [.. ModulePattern().Matches(Code).Select(Module)];
        ResourceTypes = [.. ResourceTypePattern().Matches(Code).Select(match => match.Groups["type"].Value)];
    }

    public string Path { get; }

    /// <summary>The text without lines that are comments.</summary>
    public string Code { get; }

    public IReadOnlyList<BicepDeclaration> Parameters { get; }

    public IReadOnlyList<BicepDeclaration> Outputs { get; }

    public IReadOnlyList<BicepModule> Modules { get; }

    /// <summary>Types with their versions, such as <c>Microsoft.Web/sites@2025-03-01</c>.</summary>
    public IReadOnlyList<string> ResourceTypes { get; }

    public static BicepTemplate Load(string path) => new(path, DeploymentFiles.Text(path));

    /// <summary>The values of every property or element of that name that is a literal string.</summary>
    public IEnumerable<string> Literals(string property) =>
        Regex.Matches(Code, $@"^\s*{Regex.Escape(property)}: '(?<value>[^']*)'\s*$", RegexOptions.Multiline).Select(match => match.Groups["value"].Value);

    private static IEnumerable<BicepDeclaration> Declarations(string code, string keyword)
    {
        List<string> decorators = [];
        foreach (string line in code.Split('\n'))
        {
            bool continues = decorators.Count > 0 && (line.StartsWith(' ') || line.StartsWith(']') || line.StartsWith(')'));
            if (line.StartsWith('@') || continues)
            {
                decorators.Add(line);
                continue;
            }

            Match match = DeclarationPattern().Match(line);
            if (match.Success && match.Groups["keyword"].Value == keyword)
            {
                yield return new(
                    match.Groups["name"].Value, match.Groups["type"].Value, !match.Groups["value"].Success, string.Join('\n', decorators));
            }

            decorators.Clear();
        }
    }

    private static BicepModule Module(Match match) => new(
        match.Groups["name"].Value,
        match.Groups["path"].Value,
        [.. ArgumentPattern().Matches(match.Groups["body"].Value).Select(argument => argument.Groups["name"].Value)]);

    [GeneratedRegex(@"^(?<keyword>param|output) (?<name>\w+) (?<type>[\w\[\]?]+)(?<value> = .*)?$")]
    private static partial Regex DeclarationPattern();

    [GeneratedRegex(@"^module (?<name>\w+) '(?<path>[^']+)'(?<body>.*?)^}", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ModulePattern();

    // What is given to a module stands four spaces in; "name" and "scope" of the module itself stand two in.
    [GeneratedRegex(@"^ {4}(?<name>\w+): ", RegexOptions.Multiline)]
    private static partial Regex ArgumentPattern();

    [GeneratedRegex(@"^ *resource \w+ '(?<type>[^']+)'", RegexOptions.Multiline)]
    private static partial Regex ResourceTypePattern();
}
