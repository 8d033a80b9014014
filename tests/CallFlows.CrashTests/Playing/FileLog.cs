using Microsoft.Extensions.Logging;

namespace CallFlows.CrashTests.Playing;

/// <summary>Keeps warnings in a file beside the application's, for when something differs.</summary>
internal sealed class FileLog(string path) : ILoggerProvider, ILogger
{
    private readonly Lock _gate = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            Append(FormattableString.Invariant($"{DateTimeOffset.UtcNow:HH:mm:ss.fff} {formatter(state, exception)} {exception}"));
        }
    }

    public void Append(string line)
    {
        lock (_gate)
        {
            File.AppendAllText(path, line + "\n");
        }
    }

    public void Dispose()
    {
    }
}
