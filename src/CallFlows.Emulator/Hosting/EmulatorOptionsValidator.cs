using System.Globalization;
using CallFlows.Emulator.EventGrid;
using CallFlows.Emulator.Faults;
using Microsoft.Extensions.Options;

namespace CallFlows.Emulator.Hosting;

/// <summary>Refuses bad settings at start, naming the setting, its value and what is allowed.</summary>
internal sealed class EmulatorOptionsValidator : IValidateOptions<EmulatorOptions>
{
    private const int MinimumKeyBytes = 16;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public ValidateOptionsResult Validate(string? name, EmulatorOptions options)
    {
        List<string> errors = [];
        CheckKey(errors, options.AccessKey);
        if (options.ResourceId == Guid.Empty)
            errors.Add(Message(nameof(options.ResourceId), options.ResourceId, "a GUID that isn't all zeros"));
        Range(errors, nameof(options.Latency), options.Latency, TimeSpan.Zero, Minute);
        Positive(errors, nameof(options.UserRingTimeout), options.UserRingTimeout, Hour);
        Positive(errors, nameof(options.NumberRingTimeout), options.NumberRingTimeout, Hour);
        Positive(errors, nameof(options.TransferTimeout), options.TransferTimeout, Hour);
        Positive(errors, nameof(options.PhoneRingTimeout), options.PhoneRingTimeout, Hour);
        Range(errors, nameof(options.UndrivenPhoneAnswersAfter), options.UndrivenPhoneAnswersAfter, TimeSpan.Zero, Hour);
        if (!Enum.IsDefined(options.InterDigitTimeout))
            errors.Add(Message(nameof(options.InterDigitTimeout), options.InterDigitTimeout, "Completed or Failed"));
        CheckHttps(errors, options.Https);
        Range(errors, nameof(options.ParticipantsPerPage), options.ParticipantsPerPage, 1, 1000);
        CheckPrompts(errors, options.Prompts);
        Range(errors, "Recordings:FilesAfter", options.Recordings.FilesAfter, TimeSpan.Zero, TimeSpan.FromDays(1));
        Positive(errors, "Recordings:Retention", options.Recordings.Retention, TimeSpan.FromDays(30));
        Range(errors, "Callbacks:MaxAttempts", options.Callbacks.MaxAttempts, 1, 20);
        Positive(errors, "Callbacks:FirstRetryDelay", options.Callbacks.FirstRetryDelay, Hour);
        Positive(errors, "Callbacks:LongestRetryDelay", options.Callbacks.LongestRetryDelay, Hour);
        Range(errors, "Callbacks:TravelTime", options.Callbacks.TravelTime, TimeSpan.Zero, Minute);
        Range(errors, "Callbacks:TokenReuse", options.Callbacks.TokenReuse, TimeSpan.Zero, TimeSpan.FromMinutes(4));
        Positive(errors, "Callbacks:Timeout", options.Callbacks.Timeout, TimeSpan.FromMinutes(5));
        CheckStreams(errors, options.Streams);
        CheckEventGrid(errors, options);
        CheckLimits(errors, options.Limits);
        foreach (string problem in FaultRules.Check(options.Faults))
            errors.Add($"{EmulatorOptions.Section}:Faults:{problem}");
        CheckFaultRules(errors, options.FaultRules);
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static void CheckKey(List<string> errors, string? key)
    {
        byte[] decoded = new byte[key?.Length ?? 0];
        if (!Convert.TryFromBase64String(key ?? "", decoded, out int length) || length < MinimumKeyBytes)
            errors.Add($"{EmulatorOptions.Section}:AccessKey (value not shown) must be base64 of at least {MinimumKeyBytes} bytes.");
    }

    private static void CheckHttps(List<string> errors, HttpsOptions https)
    {
        if (https.Port is < 0 or > 65535)
            errors.Add(Message("Https:Port", https.Port, "0 to 65535"));
        if (https.CertificateFolder is { } folder && string.IsNullOrWhiteSpace(folder))
            errors.Add(Message("Https:CertificateFolder", folder, "a folder that only you can write to"));
    }

    private static void CheckPrompts(List<string> errors, PromptOptions prompts)
    {
        if (prompts.CharactersPerSecond is not (>= 1 and <= 10_000))
            errors.Add(Message("Prompts:CharactersPerSecond", prompts.CharactersPerSecond, "1 to 10000"));
        Positive(errors, "Prompts:MinimumDuration", prompts.MinimumDuration, Minute);
        Positive(errors, "Prompts:DefaultFileDuration", prompts.DefaultFileDuration, Hour);
        Positive(errors, "Prompts:FetchTimeout", prompts.FetchTimeout, Minute);
    }

    private static void CheckStreams(List<string> errors, StreamOptions streams)
    {
        Range(errors, "Streams:FramesPerTick", streams.FramesPerTick, 1, 50);
        Range(errors, "Streams:MaxQueuedFrames", streams.MaxQueuedFrames, 1, 100_000);
        Range(errors, "Streams:MaxMessageBytes", streams.MaxMessageBytes, 1024, 100 * 1024 * 1024);
        Positive(errors, "Streams:ConnectTimeout", streams.ConnectTimeout, TimeSpan.FromMinutes(5));
        Positive(errors, "Streams:SendTimeout", streams.SendTimeout, TimeSpan.FromMinutes(5));
        Range(errors, "Streams:MaxReconnects", streams.MaxReconnects, 0, 100);
        Positive(errors, "Streams:ReconnectDelay", streams.ReconnectDelay, Hour);
    }

    private static void CheckEventGrid(List<string> errors, EmulatorOptions options)
    {
        EventGridOptions eventGrid = options.EventGrid;
        Range(errors, "EventGrid:MaxAttempts", eventGrid.MaxAttempts, 1, 30);
        Range(errors, "EventGrid:TimeToLive", eventGrid.TimeToLive, Minute, TimeSpan.FromDays(1));
        Positive(errors, "EventGrid:Timeout", eventGrid.Timeout, TimeSpan.FromMinutes(5));
        for (int i = 0; i < eventGrid.Subscriptions.Count; i++)
        {
            foreach (string problem in SubscriptionRules.Check(eventGrid.Subscriptions[i]))
                errors.Add($"{EmulatorOptions.Section}:EventGrid:Subscriptions:{i}: {problem}");
        }

        IEnumerable<string> twice = eventGrid.Subscriptions
            .GroupBy(subscription => subscription.Name, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1)
            .Select(group => group.Key);
        foreach (string name in twice)
            errors.Add(Message("EventGrid:Subscriptions", $"two named '{name}'", "names that differ"));
        if (eventGrid.Subscriptions.Count > options.Limits.MaxSubscriptions)
            errors.Add(Message("EventGrid:Subscriptions", eventGrid.Subscriptions.Count, $"at most Limits:MaxSubscriptions ({options.Limits.MaxSubscriptions})"));
    }

    private static void CheckFaultRules(List<string> errors, IList<FaultRule> rules)
    {
        for (int i = 0; i < rules.Count; i++)
        {
            foreach (string problem in FaultRuleChecks.Check(rules[i]))
                errors.Add($"{EmulatorOptions.Section}:FaultRules:{i}: {problem}");
        }

        if (rules.Count > FaultSource.MaxRules)
            errors.Add(Message("FaultRules", $"{rules.Count} rules", $"up to {FaultSource.MaxRules}"));
    }

    private static void CheckLimits(List<string> errors, LimitOptions limits)
    {
        Range(errors, "Limits:MaxBodyBytes", limits.MaxBodyBytes, 1024, 100 * 1024 * 1024);
        Range(errors, "Limits:MaxCalls", limits.MaxCalls, 1, 1_000_000);
        Range(errors, "Limits:MaxParticipants", limits.MaxParticipants, 2, 1_000_000);
        Range(errors, "Limits:MaxPhones", limits.MaxPhones, 1, 1_000_000);
        Range(errors, "Limits:MaxPhoneLogEntries", limits.MaxPhoneLogEntries, 1, 1_000_000);
        Range(errors, "Limits:MaxActions", limits.MaxActions, 1, 1_000_000);
        Range(errors, "Limits:MaxDeliveries", limits.MaxDeliveries, 1, 1_000_000);
        Range(errors, "Limits:MaxRepeatabilityIds", limits.MaxRepeatabilityIds, 1, 1_000_000);
        Range(errors, "Limits:MaxPlayedAudioBytes", limits.MaxPlayedAudioBytes, 1024, 1024 * 1024 * 1024);
        Range(errors, "Limits:MaxSubscriptions", limits.MaxSubscriptions, 1, 1_000_000);
    }

    private static void Positive(List<string> errors, string name, TimeSpan value, TimeSpan most)
    {
        if (value <= TimeSpan.Zero || value > most)
            errors.Add(Message(name, value, $"above 0, up to {most}"));
    }

    private static void Range<T>(List<string> errors, string name, T value, T least, T most)
        where T : IComparable<T>
    {
        if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
            errors.Add(Message(name, value, string.Create(CultureInfo.InvariantCulture, $"{least} to {most}")));
    }

    private static string Message(string name, object? value, string allowed) =>
        string.Create(CultureInfo.InvariantCulture, $"{EmulatorOptions.Section}:{name} is '{value}'. Allowed: {allowed}.");
}
