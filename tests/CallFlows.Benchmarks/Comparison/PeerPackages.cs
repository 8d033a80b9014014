using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CallFlows.Benchmarks.Comparison;

/// <summary>The Node packages that CallFlows is compared with.</summary>
internal static class PeerPackages
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(ThisFile()))!, "peers");

    /// <summary>The Restate server that npm brings for this machine.</summary>
    public static string RestateServer => Path.Combine(
        Folder, "node_modules", "@restatedev", $"restate-server-{Platform}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}", "bin", "restate-server");

    /// <summary>Fetches them unless they are there; says what is wrong when they can't be had, or null.</summary>
    public static async Task<string?> FetchAsync()
    {
        if (Directory.Exists(Path.Combine(Folder, "node_modules")))
        {
            return null;
        }

        try
        {
            using Process npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"])
            {
                RedirectStandardOutput = true,
                WorkingDirectory = Folder,
            })!;
            await npm.StandardOutput.ReadToEndAsync();
            await npm.WaitForExitAsync();
            return npm.ExitCode == 0 ? null : $"npm could not fetch the packages of the peers (exit code {npm.ExitCode})";
        }
        catch (Win32Exception)
        {
            return "npm is not installed";
        }
    }

    /// <summary>How to run one of the peers' programs.</summary>
    public static ProcessStartInfo Program(string file, params string[] arguments) =>
        new("node", [Path.Combine(Folder, file), .. arguments])
        {
            // Else Restate's SDK writes a line about every invocation, among the answers.
            Environment = { ["RESTATE_LOGGING"] = "ERROR" },
            WorkingDirectory = Folder,
        };

    private static string Platform => OperatingSystem.IsMacOS() ? "darwin" : "linux";

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
