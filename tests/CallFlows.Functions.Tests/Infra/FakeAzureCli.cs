using System.Diagnostics;

namespace CallFlows.Functions.Tests.Infra;

/// <summary>Runs the hook for a shell with an <c>az</c> that writes down what it is asked, and a <c>sleep</c> that takes no time.</summary>
internal sealed class FakeAzureCli : IDisposable
{
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("callflows-hook-");

    public FakeAzureCli()
    {
        Write("sleep", "exit 0");
        Write("az", """
            printf '%s\n' "$*" >> "$FAKE_CALLS"
            case "$1 $2" in
              "account show") exit "$FAKE_ACCOUNT" ;;
              "functionapp function") echo "no such function" >&2; exit "$FAKE_FUNCTION" ;;
            esac
            """);
    }

    /// <summary>What <c>az account show</c> returns.</summary>
    public int Account { get; init; }

    /// <summary>What <c>az functionapp function show</c> returns.</summary>
    public int Function { get; init; }

    /// <summary>The commands that <c>az</c> was given.</summary>
    public IReadOnlyList<string> Calls => File.Exists(CallsFile) ? File.ReadAllLines(CallsFile) : [];

    private string CallsFile => Path.Combine(_folder.FullName, "calls");

    /// <summary>Runs a hook.</summary>
    /// <returns>What it returned, and what it wrote as errors.</returns>
    public async Task<(int Result, string Errors)> RunAsync(string hook, IEnumerable<KeyValuePair<string, string>> variables)
    {
        ProcessStartInfo start = new("/bin/sh", [hook]) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment.Clear();
        start.Environment["PATH"] = $"{_folder.FullName}:/usr/bin:/bin";
        start.Environment["FAKE_CALLS"] = CallsFile;
        start.Environment["FAKE_ACCOUNT"] = $"{Account}";
        start.Environment["FAKE_FUNCTION"] = $"{Function}";
        foreach ((string name, string value) in variables)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        using CancellationTokenSource guard = new(Guard);
        Task<string> output = process.StandardOutput.ReadToEndAsync(guard.Token);
        string errors = await process.StandardError.ReadToEndAsync(guard.Token);
        await output;
        await process.WaitForExitAsync(guard.Token);
        return (process.ExitCode, errors);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(string name, string script)
    {
        string file = Path.Combine(_folder.FullName, name);
        File.WriteAllText(file, $"#!/bin/sh\n{script.ReplaceLineEndings("\n")}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
