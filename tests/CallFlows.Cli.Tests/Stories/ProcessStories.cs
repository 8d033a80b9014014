using System.Diagnostics;
using CallFlows.Cli.Tests.Running;

namespace CallFlows.Cli.Tests.Stories;

/// <summary>The program as it is built, in a process of its own.</summary>
public sealed class ProcessStories
{
    [Fact]
    public async Task Program_InItsOwnProcess_ReadsTheEnvironmentAndWritesPlainText()
    {
        await using FlowWorld world = await FlowWorld.StartAsync();
        await world.StartErrandAsync("errand-1");

        CliRun listed = await RunAsync(world.Host.Url, "list");
        CliRun refused = await RunAsync(world.Host.Url, "show", "unknown");
        CliRun misused = await RunAsync(world.Host.Url, "list", "--nonsense");
        CliRun helped = await RunAsync(world.Host.Url, "--help");

        listed.Done().Lines[1].Should().StartWith("errand-1  Errand");
        listed.Out.Should().NotContain("\u001b", "a pipe gets no colors");
        refused.Refused(ExitCodes.Failed, "'unknown'");
        misused.Refused(ExitCodes.Usage, "'--nonsense'");
        helped.Done().Out.Should().ContainAll(
            "callflows [command]", "list", "show <id>", "history <id>", "transcript <id>", "signal <id> <name>", "suspend <id>", "resume <id>", "terminate <id>", "purge ",
            "prefer CALLFLOWS_KEY");
        helped.Out.Should().NotContainAny("<json>", "purge <id>");
    }

    private static async Task<CliRun> RunAsync(Uri host, params string[] args)
    {
        ProcessStartInfo start = new("dotnet", [typeof(CommandLine).Assembly.Location, .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["CALLFLOWS_URL"] = host.ToString();
        start.Environment.Remove("CALLFLOWS_KEY");
        using Process process = Process.Start(start)!;
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            Task<string> error = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
            return new CliRun(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }
}
