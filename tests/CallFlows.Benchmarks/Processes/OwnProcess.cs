using System.Diagnostics;

namespace CallFlows.Benchmarks.Processes;

/// <summary>This program, run again in a process of its own.</summary>
internal static class OwnProcess
{
    public static ProcessStartInfo StartInfo(IReadOnlyList<string> arguments)
    {
        // Under `dotnet program.dll` the path is that of the host.
        string path = Environment.ProcessPath ?? throw new InvalidOperationException("This process doesn't know its own path.");
        bool isHost = Path.GetFileNameWithoutExtension(path) == "dotnet";
        return isHost
            ? new ProcessStartInfo(path, [Environment.GetCommandLineArgs()[0], .. arguments])
            : new ProcessStartInfo(path, arguments);
    }

    /// <summary>Runs it with this process's output, and waits until it has ended.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static async Task RunAsync(IReadOnlyList<string> arguments)
    {
        Console.Out.Flush();
        using Process process = Process.Start(StartInfo(arguments))!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"'{string.Join(' ', arguments)}' ended with {process.ExitCode}; what it wrote above says why.");
        }
    }
}
