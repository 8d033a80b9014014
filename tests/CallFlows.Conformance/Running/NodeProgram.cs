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
        using Process process = Start(
            file, trusted is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["NODE_EXTRA_CA_CERTS"] = trusted });
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

    /// <summary>Starts a program that runs until it is killed.</summary>
    /// <param name="file">The program.</param>
    /// <param name="environment">What its environment has beyond this process's.</param>
    public static Process Start(string file, IReadOnlyDictionary<string, string> environment)
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
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
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

    private static async Task<NodeResult> TalkAsync(Process process, object input)
    {
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        await WriteAsync(process, input);
        await process.WaitForExitAsync();
        return new NodeResult(
            process.ExitCode,
            (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            await errors);
    }

    private static async Task WriteAsync(Process process, object input)
    {
        try
        {
            await using Stream stream = process.StandardInput.BaseStream;
            await JsonSerializer.SerializeAsync(stream, input, JsonSerializerOptions.Web);
        }
        catch (IOException)
        {
            // The program ended before it read all: its exit code and its errors say why.
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
