using CallFlows.Engine;

namespace CallFlows.AspNetCore.Settings;

/// <summary>
/// How the embedded engine runs: section <c>CallFlows:Engine</c>. What is not set is as the container's <see cref="EngineOptions"/> have it, or
/// their default. Times are a whole number with <c>s</c>, <c>m</c>, <c>h</c>, <c>d</c> or <c>w</c>, such as <c>90s</c>.
/// </summary>
public sealed class EngineSettings
{
    /// <summary>How many waiting flows stay in memory, at least 1: <see cref="EngineOptions.MaxLiveExecutions"/>.</summary>
    public int? MaxLiveExecutions { get; set; }

    /// <summary>How many bytes of memory waiting flows may take, at least 1: <see cref="EngineOptions.MaxLiveExecutionBytes"/>.</summary>
    public long? MaxLiveExecutionBytes { get; set; }

    /// <summary>
    /// How long a waiting flow stays in memory, <c>1s</c> to <c>1d</c>, or <c>forever</c> for as long as it fits:
    /// <see cref="EngineOptions.LiveExecutionIdleTime"/>.
    /// </summary>
    public string? LiveExecutionIdleTime { get; set; }

    /// <summary>How many activities run at once, at least 1: <see cref="EngineOptions.MaxConcurrentActivities"/>.</summary>
    public int? MaxConcurrentActivities { get; set; }

    /// <summary>How many activities may wait in line, at least 1: <see cref="EngineOptions.MaxWaitingActivities"/>.</summary>
    public int? MaxWaitingActivities { get; set; }

    /// <summary>How many starts and events may be under way, at least 1: <see cref="EngineOptions.MaxConcurrentClientCalls"/>.</summary>
    public int? MaxConcurrentClientCalls { get; set; }

    /// <summary>How many messages may wait for one flow, at least 1: <see cref="EngineOptions.MaxWaitingEvents"/>.</summary>
    public int? MaxWaitingEvents { get; set; }

    /// <summary>The largest input, event, result or status in bytes, at least 1,024: <see cref="EngineOptions.MaxPayloadBytes"/>.</summary>
    public int? MaxPayloadBytes { get; set; }

    /// <summary>How long a stop waits for activities it has cancelled, <c>0s</c> to <c>1d</c>: <see cref="EngineOptions.ShutdownGrace"/>.</summary>
    public string? ShutdownGrace { get; set; }

    /// <summary>How long flows that have ended are kept.</summary>
    public RetentionSettings Retention { get; } = new();

    /// <summary>The options with what is set here in place of theirs. The settings have been checked.</summary>
    internal EngineOptions ApplyTo(EngineOptions options) => options with
    {
        MaxLiveExecutions = MaxLiveExecutions ?? options.MaxLiveExecutions,
        MaxLiveExecutionBytes = MaxLiveExecutionBytes ?? options.MaxLiveExecutionBytes,
        LiveExecutionIdleTime = SettingTime.Read(LiveExecutionIdleTime) ?? options.LiveExecutionIdleTime,
        MaxConcurrentActivities = MaxConcurrentActivities ?? options.MaxConcurrentActivities,
        MaxWaitingActivities = MaxWaitingActivities ?? options.MaxWaitingActivities,
        MaxConcurrentClientCalls = MaxConcurrentClientCalls ?? options.MaxConcurrentClientCalls,
        MaxWaitingEvents = MaxWaitingEvents ?? options.MaxWaitingEvents,
        MaxPayloadBytes = MaxPayloadBytes ?? options.MaxPayloadBytes,
        ShutdownGrace = SettingTime.Read(ShutdownGrace) ?? options.ShutdownGrace,
        Retention = Retention.ApplyTo(options.Retention),
    };
}
