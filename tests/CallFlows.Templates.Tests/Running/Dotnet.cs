using System.Diagnostics;
using System.Text;

namespace CallFlows.Templates.Tests.Running;

/// <summary>The <c>dotnet</c> command, as somebody would use it in a shell of their own.</summary>
internal static class Dotnet
{
    /// <summary>Guards against hanging, on a machine that is busy with other tests.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    /// <summary>Runs a command to its end, which must be a good one.</summary>
    /// <returns>What it wrote.</returns>
    public static async Task<string> RunAsync(string folder, IReadOnlyDictionary<string, string> environment, params IReadOnlyList<string> arguments)
    {
        StringBuilder output = new();
        using Process process = Start(folder, environment, arguments, line =>
        {
            lock (output)
            {
                output.AppendLine(line);
            }
        });
        try
        {
            await process.WaitForExitAsync().WaitAsync(Limit);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"dotnet {string.Join(' ', arguments)} did not end in {Limit.TotalMinutes} minutes:\n{Text()}");
        }

        process.ExitCode.Should().Be(0, "dotnet {0} should succeed, but wrote:\n{1}", string.Join(' ', arguments), Text());
        return Text();

        string Text()
        {
            lock (output)
            {
                return output.ToString();
            }
        }
    }

    /// <summary>Starts a command.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="environment">What its environment has beyond this process's.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="onLine">Gets each line that it writes, on threads of its own.</param>
    public static Process Start(string folder, IReadOnlyDictionary<string, string> environment, IReadOnlyList<string> arguments, Action<string> onLine)
    {
        ProcessStartInfo start = new("dotnet", arguments)
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
            WorkingDirectory = folder,
        };

        // A runner of tests leaves traces of its own build.
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        // What would outlive the command.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        Process process = new() { StartInfo = start };
        process.OutputDataReceived += (_, line) => Pass(line.Data);
        process.ErrorDataReceived += (_, line) => Pass(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;

        void Pass(string? line)
        {
            if (line is not null)
            {
                onLine(line);
            }
        }
    }
}
