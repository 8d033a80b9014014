using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace CallFlows.Conformance;

/// <summary>Runs a Node program of this folder. Needs <c>node</c> on the path and <c>npm ci</c> run in the folder.</summary>
internal static class NodeProgram
{
    private const string RequireAll = "CALLFLOWS_REQUIRE_ALL";

    public static Task<NodeResult> RunAsync(string file, params string[] arguments) =>
        RunAsync(file, new Dictionary<string, string>(), arguments);

    /// <summary>Runs one with more in its environment than this process has.</summary>
    public static async Task<NodeResult> RunAsync(string file, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        string folder = Folder();
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
            Skip($"node_modules is missing: run 'npm ci' in {Path.GetFileName(folder)}.");

        ProcessStartInfo start = new("node", [Path.Combine(folder, file), .. arguments])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
            WorkingDirectory = folder,
        };
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        using Process process = Start(start);
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        try
        {
            await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(90));
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        string[] lines = (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new NodeResult(
            process.ExitCode, lines.Select(line => JsonDocument.Parse(line).RootElement).ToArray(), await errors);
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            Skip("node is not installed.");
            throw;
        }
    }

    private static void Skip(string reason)
    {
        if (Environment.GetEnvironmentVariable(RequireAll) == "1")
            Assert.Fail($"{reason} {RequireAll}=1 forbids skipping.");
        Assert.Skip(reason);
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}

internal sealed record NodeResult(int ExitCode, IReadOnlyList<JsonElement> Lines, string Errors);
