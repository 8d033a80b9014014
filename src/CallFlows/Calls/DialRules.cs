using CallFlows.Endpoints;

namespace CallFlows.Calls;

/// <summary>The service's rules for calling somebody.</summary>
internal static class DialRules
{
    /// <summary>The service's limit for a call, the app counted.</summary>
    private const int MaxParticipants = 350;

    /// <summary>Refuses what the service would refuse, with a clearer message and before anything is sent.</summary>
    public static void Check(IReadOnlyList<CallEndpoint> targets, PhoneNumber? from)
    {
        if (targets.Count == 0 || targets.Any(target => target is null))
        {
            throw new ArgumentException("There is nobody to call; give at least one target, and none that is null.", nameof(targets));
        }

        if (targets.Count >= MaxParticipants)
        {
            throw new ArgumentException($"A call has at most {MaxParticipants} participants; these are {targets.Count} and the flow itself.", nameof(targets));
        }

        if (from is null && targets.OfType<PhoneNumber>().FirstOrDefault() is { } phone)
        {
            throw new ArgumentException($"Calling the phone {phone} needs a number to show; set 'from'.", nameof(from));
        }
    }

    /// <summary>Refuses what the service would refuse, with a clearer message and before anything is sent.</summary>
    public static void Check(DialOptions options)
    {
        ArgumentNullException.ThrowIfNull(options.Targets, nameof(options));
        Check(options.Targets, options.From);
        if (options is { Source: not null, TeamsAppSource: not null })
        {
            throw new ArgumentException("Either a user or a Teams application calls; set Source or TeamsAppSource, not both.", nameof(options));
        }

        StreamRules.Check(options.MediaStreaming, options.Transcription);
    }
}
