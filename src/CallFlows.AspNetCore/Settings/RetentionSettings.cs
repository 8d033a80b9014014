using CallFlows.Engine;

namespace CallFlows.AspNetCore.Settings;

/// <summary>
/// How long flows that have ended are kept: section <c>CallFlows:Engine:Retention</c>. Ages are <c>1s</c> to <c>36500d</c>, in <c>s</c>,
/// <c>m</c>, <c>h</c>, <c>d</c> or <c>w</c>, or <c>forever</c>.
/// </summary>
public sealed class RetentionSettings
{
    /// <summary>The age at which a flow that has ended is deleted: <see cref="RetentionPolicy.DefaultAge"/>.</summary>
    public string? DefaultAge { get; set; }

    /// <summary>Ages of some flows, by name, in place of the default: <see cref="RetentionPolicy.Ages"/>.</summary>
    public IDictionary<string, string?> Ages { get; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    internal RetentionPolicy ApplyTo(RetentionPolicy policy)
    {
        Dictionary<string, TimeSpan?> ages = new(policy.Ages, StringComparer.Ordinal);
        foreach ((string flow, string? age) in Ages)
        {
            ages[flow] = AgeOf(age);
        }

        return policy with { DefaultAge = DefaultAge is null ? policy.DefaultAge : AgeOf(DefaultAge), Ages = ages };
    }

    /// <summary>The policy's word for keeping something for ever is null.</summary>
    private static TimeSpan? AgeOf(string? text) => SettingTime.Read(text) is { } age && age != Timeout.InfiniteTimeSpan ? age : null;
}
