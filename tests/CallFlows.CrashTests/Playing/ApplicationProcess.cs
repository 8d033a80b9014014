using System.Diagnostics;
using CallFlows.CrashTests.Application;

namespace CallFlows.CrashTests.Playing;

/// <summary>The application as a process of its own, started again and again.</summary>
internal sealed class ApplicationProcess(string settingsPath, FileLog log) : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(60);

    private Process? _process;
    private Task _ready = Task.CompletedTask;

    /// <summary>How long the starts took together, until the application served, and how many came that far.</summary>
    public (TimeSpan Total, int Count) Starts { get; private set; }

    /// <summary>Starts it; <see cref="WaitUntilReadyAsync"/> tells when it serves.</summary>
    public void Start()
    {
        ProcessStartInfo start = new(Environment.ProcessPath!)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Run as "dotnet program.dll" the process is dotnet's, and the program its first argument.
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet")
        {
            start.ArgumentList.Add(typeof(ApplicationProcess).Assembly.Location);
        }

        start.ArgumentList.Add(Verbs.Application);
        start.ArgumentList.Add(settingsPath);
        TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Process process = new() { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data == ApplicationProgram.Ready)
            {
                ready.TrySetResult();
            }

            Log(line.Data);
        };
        process.ErrorDataReceived += (_, line) => Log(line.Data);
        process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException($"The application ended while it started; see its log."));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _process = process;
        _ready = ready.Task;
    }

    public async Task WaitUntilReadyAsync()
    {
        long began = Stopwatch.GetTimestamp();
        await _ready.WaitAsync(LongestStart);
        Starts = (Starts.Total + Stopwatch.GetElapsedTime(began), Starts.Count + 1);
    }

    /// <summary>Ends it as a power cut would.</summary>
    public async Task KillAsync()
    {
        if (_process is { } process)
        {
            _process = null;
            process.Kill();
            await process.WaitForExitAsync();
            await _ready.ContinueWith(static ready => ready.Exception, TaskScheduler.Default);
            process.Dispose();
        }
    }

    /// <summary>Stops it as an operator would.</summary>
    /// <exception cref="TimeoutException">It does not stop.</exception>
    public async Task<int> StopAsync()
    {
        _process!.StandardInput.Close();
        await _process.WaitForExitAsync().WaitAsync(LongestStop);
        int code = _process.ExitCode;
        _process.Dispose();
        _process = null;
        return code;
    }

    public async ValueTask DisposeAsync() => await KillAsync();

    private void Log(string? line)
    {
        if (line is { Length: > 0 } && line != ApplicationProgram.Ready)
        {
            log.Append(line);
        }
    }
}
