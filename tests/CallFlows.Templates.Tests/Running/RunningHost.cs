using System.Diagnostics;
using System.Threading.Channels;

namespace CallFlows.Templates.Tests.Running;

/// <summary>An application that runs until this is disposed of.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    /// <summary>Guards against hanging.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly List<string> _read = [];
    private readonly Process _process;

    public RunningHost(string folder, IReadOnlyDictionary<string, string> environment, params IReadOnlyList<string> arguments)
    {
        _process = Dotnet.Start(folder, environment, arguments, line => _lines.Writer.TryWrite(line));
        _process.EnableRaisingEvents = true;
        _process.Exited += (_, _) => _lines.Writer.TryComplete();
    }

    /// <summary>Everything that was written up to the last line waited for.</summary>
    public string Written => string.Join('\n', _read);

    /// <summary>Waits for a line that has all these words.</summary>
    public async Task<string> WritesAsync(params IReadOnlyList<string> words)
    {
        using CancellationTokenSource guard = new(Limit);
        try
        {
            while (true)
            {
                string line = await _lines.Reader.ReadAsync(guard.Token);
                _read.Add(line);
                if (words.All(word => line.Contains(word, StringComparison.Ordinal)))
                {
                    return line;
                }
            }
        }
        catch (Exception problem) when (problem is OperationCanceledException or ChannelClosedException)
        {
            throw new InvalidOperationException($"The application was to write '{string.Join("' and '", words)}', but wrote:\n{Written}", problem);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync().WaitAsync(Limit);
        _process.Dispose();
    }
}
