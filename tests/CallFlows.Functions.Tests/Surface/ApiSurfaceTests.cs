using System.Reflection;
using System.Text;
using CallFlows.Functions.Tests.StandIns;

namespace CallFlows.Functions.Tests.Surface;

/// <summary>
/// docs/azure-api-surface.md lists every member of an official package that the app uses: those the stand-ins have, for the app compiles against
/// nothing else. Its tables are written by this test when <c>CALLFLOWS_WRITE_API_SURFACE</c> is set, and compared otherwise.
/// </summary>
public sealed class ApiSurfaceTests
{
    private const string Document = "docs/azure-api-surface.md";
    private const string Marker = "<!-- Written by ApiSurfaceTests: change the stand-ins, not the tables. -->";

    private static IEnumerable<(Type Type, OfficialAttribute Official)> StandIns =>
        typeof(ApiSurfaceTests).Assembly.GetTypes()
            .Where(type => !type.IsNested || type.IsNestedPublic)
            .Select(type => (Type: type, Official: OfficialOf(type)!))
            .Where(standIn => standIn.Official is not null);

    [Fact]
    public async Task Document_Tables_TellEveryMemberThatTheAppUses()
    {
        string path = RepositoryFiles.FullPath(Document);
        string text = await File.ReadAllTextAsync(path);
        int at = text.IndexOf(Marker, StringComparison.Ordinal);
        at.Should().BePositive("{0} has the marker under which the tables stand", Document);
        string expected = text[..at] + Marker + "\n\n" + Tables();

        if (Environment.GetEnvironmentVariable("CALLFLOWS_WRITE_API_SURFACE") is { Length: > 0 })
        {
            await File.WriteAllTextAsync(path, expected);
            return;
        }

        text.Should().Be(expected, "CALLFLOWS_WRITE_API_SURFACE=1 writes the tables anew");
    }

    [Fact]
    public void StandIns_InOfficialNamespaces_SayWhatTheyStandFor()
    {
        IEnumerable<Type> unexplained = typeof(ApiSurfaceTests).Assembly.GetTypes().Where(type =>
            type.Namespace is { } name
            && (name.StartsWith("Microsoft.", StringComparison.Ordinal) || name.StartsWith("Azure.", StringComparison.Ordinal)
                || name.StartsWith("DurableTask.", StringComparison.Ordinal) || name.StartsWith("Grpc.", StringComparison.Ordinal)
                || name.StartsWith("OpenTelemetry", StringComparison.Ordinal))
            && type is { IsVisible: true }
            && OfficialOf(type) is null
            && !name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));

        unexplained.Should().BeEmpty();
    }

    private static OfficialAttribute? OfficialOf(Type type) => (type.DeclaringType ?? type).GetCustomAttribute<OfficialAttribute>(inherit: false);

    private static string Tables()
    {
        StringBuilder text = new();
        foreach (var package in StandIns.GroupBy(standIn => standIn.Official.Package).OrderBy(package => package.Key, StringComparer.Ordinal))
        {
            text.Append($"## {package.Key}\n\n| Type | Members | Checked in |\n|---|---|---|\n");
            foreach ((Type type, OfficialAttribute official) in package.OrderBy(standIn => standIn.Type.FullName, StringComparer.Ordinal))
            {
                IEnumerable<string> members = SignatureText.MembersOf(type).Select(member => $"`{member.Replace("|", "\\|", StringComparison.Ordinal)}`");
                text.Append($"| `{type.Namespace}.{(type.DeclaringType is { } outer ? outer.Name + "." : "")}{SignatureText.Name(type)}` | {string.Join("<br>", members.DefaultIfEmpty("the type itself"))} | {official.Source} |\n");
            }

            text.Append('\n');
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }
}
