using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CallFlows.AspNetCore.Tests.Server;

/// <summary>Keeps everything that is logged.</summary>
internal sealed class LogBook : ILoggerProvider
{
    private readonly ConcurrentQueue<LogLine> _lines = new();
    private TaskCompletionSource _added = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<LogLine> All => [.. _lines];

    /// <summary>What this room and the flows say, apart from details.</summary>
    public IReadOnlyList<LogLine> FromFlows => [.. _lines.Where(line =>
        line.Level >= LogLevel.Information
        && (line.Category.StartsWith("CallFlows.AspNetCore", StringComparison.Ordinal) || line.Category.StartsWith("CallFlows.Flows", StringComparison.Ordinal)))];

    /// <summary>Waits until something has been logged; fails instead of hanging.</summary>
    public async Task UntilAsync(Predicate<IReadOnlyList<LogLine>> condition)
    {
        while (true)
        {
            Task added = Volatile.Read(ref _added).Task;
            if (condition(All))
            {
                return;
            }

            await added.WaitAsync(Guard.Patience);
        }
    }

    public void Clear() => _lines.Clear();

    public ILogger CreateLogger(string categoryName) => new Writer(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Writer(LogBook book, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            book._lines.Enqueue(new LogLine(category, logLevel, formatter(state, exception), exception));
            Interlocked.Exchange(ref book._added, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
        }
    }
}
