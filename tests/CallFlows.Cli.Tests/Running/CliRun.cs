using System.Text.Json;

namespace CallFlows.Cli.Tests.Running;

/// <summary>What one run of the command line did.</summary>
internal sealed record CliRun(int ExitCode, string Out, string Error)
{
    public IReadOnlyList<string> Lines => Out.TrimEnd().Split(Environment.NewLine);

    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Out);

    /// <summary>Fails unless the command did what it was told.</summary>
    public CliRun Done()
    {
        ExitCode.Should().Be(ExitCodes.Done, Error);
        Error.Should().BeEmpty();
        return this;
    }

    /// <summary>Fails unless the command failed, with one line that says why and nothing else.</summary>
    public void Refused(int exitCode, params string[] reasons)
    {
        ExitCode.Should().Be(exitCode, Out + Error);
        Out.Should().BeEmpty();
        Error.TrimEnd().Should().StartWith("callflows: ").And.ContainAll(reasons).And.NotContain("\n").And.NotContain("   at ");
    }
}
