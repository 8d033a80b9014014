using System.Text.Json;

namespace CallFlows.Conformance.Running;

/// <summary>What a Node program left: its exit code, the lines it wrote, and what went to its error stream.</summary>
internal sealed record NodeResult(int ExitCode, IReadOnlyList<string> Lines, string Errors)
{
    /// <summary>The lines, each read as one value.</summary>
    public IReadOnlyList<T> Read<T>()
    {
        ExitCode.Should().Be(0, Errors);
        return [.. Lines.Select(line => JsonSerializer.Deserialize<T>(line, JsonSerializerOptions.Web)!)];
    }
}
