using Microsoft.Extensions.Logging;

namespace CallFlows.Engine.Diagnostics;

/// <summary>What the engine logs. Never payloads.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Engine started: {Activities} activities and {Messages} messages go on from the store")]
    public static partial void Started(ILogger logger, int activities, int messages);

    [LoggerMessage(2, LogLevel.Information, "Engine stopped")]
    public static partial void Stopped(ILogger logger);

    [LoggerMessage(3, LogLevel.Debug, "Instance {InstanceId} of {Orchestrator} ended: {Status}")]
    public static partial void InstanceEnded(ILogger logger, string instanceId, string orchestrator, Durable.OrchestrationStatus status);

    [LoggerMessage(4, LogLevel.Warning, "Instance {InstanceId} of {Orchestrator} failed: {ErrorType}: {Message}")]
    public static partial void InstanceFailed(ILogger logger, string instanceId, string orchestrator, string errorType, string message);

    [LoggerMessage(5, LogLevel.Warning, "Activity {Activity} ({ExecutionId}, attempt {Attempt}) failed")]
    public static partial void ActivityFailed(ILogger logger, Exception error, string activity, string executionId, int attempt);

    [LoggerMessage(6, LogLevel.Error, "A turn of instance {InstanceId} could not be committed; what it took in is kept and taken in again")]
    public static partial void TurnLost(ILogger logger, Exception error, string instanceId);

    [LoggerMessage(7, LogLevel.Error, "Due timers could not be read from the store; reading again soon")]
    public static partial void TimersUnread(ILogger logger, Exception error);

    [LoggerMessage(8, LogLevel.Warning, "{Count} activities did not end in time; they run again after the next start")]
    public static partial void ActivitiesLeft(ILogger logger, int count);

    [LoggerMessage(9, LogLevel.Error, "It is not known whether a turn of instance {InstanceId} was committed; asking the store again soon")]
    public static partial void OutcomeUnknown(ILogger logger, Exception error, string instanceId);

    [LoggerMessage(10, LogLevel.Information, "Deleted {Count} instances of {Orchestrator} that had ended {Age} ago or earlier")]
    public static partial void Swept(ILogger logger, int count, string orchestrator, TimeSpan age);

    [LoggerMessage(11, LogLevel.Error, "Instances that ended long ago could not be deleted; trying again later")]
    public static partial void SweepFailed(ILogger logger, Exception error);
}
