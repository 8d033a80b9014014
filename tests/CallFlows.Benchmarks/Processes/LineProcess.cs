using System.Diagnostics;
using System.Text.Json;

namespace CallFlows.Benchmarks.Processes;

/// <summary>A process that is told what to do, and tells what it did, in lines of JSON. It ends when its input is closed.</summary>
internal sealed class LineProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private readonly Process _process;

    private LineProcess(Process process) => _process = process;

    public static LineProcess Start(ProcessStartInfo start)
    {
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.UseShellExecute = false;
        return new LineProcess(Process.Start(start)!);
    }

    /// <summary>Tells it something.</summary>
    public async Task WriteAsync<T>(T message)
    {
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(message, LineJson.Options));
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>Waits for what it says next.</summary>
    /// <exception cref="InvalidOperationException">It ended, or said something else.</exception>
    public async Task<T> ReadAsync<T>()
    {
        string? line = await _process.StandardOutput.ReadLineAsync();
        if (line is null)
        {
            await _process.WaitForExitAsync();
            throw new InvalidOperationException($"{Name} ended with {_process.ExitCode} before it had answered; what it wrote above says why.");
        }

        try
        {
            return JsonSerializer.Deserialize<T>(line, LineJson.Options)!;
        }
        catch (JsonException problem)
        {
            throw new InvalidOperationException($"{Name} said «{line}», which is no {typeof(T).Name}.", problem);
        }
    }

    public async Task<TAnswer> AskAsync<TQuestion, TAnswer>(TQuestion question)
    {
        await WriteAsync(question);
        return await ReadAsync<TAnswer>();
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using CancellationTokenSource limit = new(Patience);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private string Name => Path.GetFileName(_process.StartInfo.FileName);
}
