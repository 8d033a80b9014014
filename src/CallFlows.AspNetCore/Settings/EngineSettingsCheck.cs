namespace CallFlows.AspNetCore.Settings;

/// <summary>Checks the engine's settings against what its options take.</summary>
/// <param name="section">Where they stand.</param>
/// <param name="problems">Gets what is wrong.</param>
internal sealed class EngineSettingsCheck(string section, List<string> problems)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public void Check(EngineSettings settings)
    {
        AtLeast(1, settings.MaxLiveExecutions, nameof(settings.MaxLiveExecutions));
        AtLeast(1, settings.MaxLiveExecutionBytes, nameof(settings.MaxLiveExecutionBytes));
        AtLeast(1, settings.MaxConcurrentActivities, nameof(settings.MaxConcurrentActivities));
        AtLeast(1, settings.MaxWaitingActivities, nameof(settings.MaxWaitingActivities));
        AtLeast(1, settings.MaxConcurrentClientCalls, nameof(settings.MaxConcurrentClientCalls));
        AtLeast(1, settings.MaxWaitingEvents, nameof(settings.MaxWaitingEvents));
        AtLeast(1024, settings.MaxPayloadBytes, nameof(settings.MaxPayloadBytes));
        if (settings.LiveExecutionIdleTime is { } idleTime)
        {
            Within(Second, Day, $"1s to 1d, or {SettingTime.Forever}", idleTime, nameof(settings.LiveExecutionIdleTime), mayBeForever: true);
        }

        if (settings.ShutdownGrace is { } grace)
        {
            Within(TimeSpan.Zero, Day, "0s to 1d", grace, nameof(settings.ShutdownGrace), mayBeForever: false);
        }

        if (settings.Retention.DefaultAge is { } defaultAge)
        {
            IsAge(defaultAge, $"{nameof(settings.Retention)}:{nameof(settings.Retention.DefaultAge)}");
        }

        foreach ((string flow, string? age) in settings.Retention.Ages)
        {
            IsAge(age, $"{nameof(settings.Retention)}:{nameof(settings.Retention.Ages)}:{flow}");
        }
    }

    private void IsAge(string? age, string name) =>
        Within(Second, 36_500 * Day, $"1s to 36500d, or {SettingTime.Forever}", age, name, mayBeForever: true);

    private void AtLeast(long min, long? value, string name)
    {
        if (value < min)
        {
            problems.Add($"{section}:{name} can't be {value}. Use at least {min}.");
        }
    }

    private void Within(TimeSpan min, TimeSpan max, string range, string? text, string name, bool mayBeForever)
    {
        bool isAllowed = SettingTime.Read(text) is { } time
            && (time == Timeout.InfiniteTimeSpan ? mayBeForever : time >= min && time <= max);
        if (!isAllowed)
        {
            problems.Add($"{section}:{name} can't be '{text}'. Use a whole number with s, m, h, d or w: {range}.");
        }
    }
}
