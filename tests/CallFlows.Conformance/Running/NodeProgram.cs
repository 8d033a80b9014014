using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace CallFlows.Conformance.Running;

/// <summary>
/// Runs a program of the folder Client: it reads one JSON value and writes one JSON line for each thing seen.
/// Needs <c>node</c> on the path and <c>npm ci</c> run in the project's folder.
/// </summary>
internal static class NodeProgram
{
    private const string RequireAll = "CALLFLOWS_REQUIRE_ALL";

    /// <summary>The folder of the Node programs.</summary>
    public static string Folder { get; } = Path.Combine(ProjectFolder(), "Client");

    /// <param name="file">The program's file.</param>
    /// <param name="input">What it reads.</param>
    /// <param name="trusted">A PEM file with a certificate that it trusts beside the usual ones; null for none.</param>
    public static async Task<NodeResult> RunAsync(string file, object input, string? trusted = null)
    {
        if (!Directory.Exists(Path.Combine(ProjectFolder(), "node_modules")))
            Skip($"node_modules is missing: run 'npm ci' in {Path.GetFileName(ProjectFolder())}.");

        ProcessStartInfo start = new("node", [Path.Combine(Folder, file)])
        {
            RedirectStandardError = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
            WorkingDirectory = ProjectFolder(),
        };
        if (trusted is not null)
            start.Environment["NODE_EXTRA_CA_CERTS"] = trusted;
        using Process process = Start(start);
        try
        {
            // The results are shared by many tests: no test's own token may end the program.
            return await TalkAsync(process, input).WaitAsync(TimeSpan.FromSeconds(90));
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static async Task<NodeResult> TalkAsync(Process process, object input)
    {
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        await using (Stream stream = process.StandardInput.BaseStream)
            await JsonSerializer.SerializeAsync(stream, input, JsonSerializerOptions.Web);
        await process.WaitForExitAsync();
        return new NodeResult(
            process.ExitCode,
            (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            await errors);
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

    private static string ProjectFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(Path.GetDirectoryName(path))!;
}
