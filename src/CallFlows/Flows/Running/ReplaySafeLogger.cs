using CallFlows.Durable;
using Microsoft.Extensions.Logging;

namespace CallFlows.Flows.Running;

/// <summary>A logger that is silent while a history is replayed.</summary>
internal sealed class ReplaySafeLogger(ILogger logger, OrchestrationContext context) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => logger.BeginScope(state);

    public bool IsEnabled(LogLevel logLevel) => !context.IsReplaying && logger.IsEnabled(logLevel);

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!context.IsReplaying)
        {
            logger.Log(logLevel, eventId, state, exception, formatter);
        }
    }
}
