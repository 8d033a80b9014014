using CallFlows.Recordings;

namespace CallFlows.Calls;

/// <summary>The service's rules for recordings.</summary>
internal static class RecordingRules
{
    private const int MaxChannel = 4;

    /// <summary>Refuses what the service would refuse, with a clearer message and before anything is sent.</summary>
    public static void Check(RecordingOptions options)
    {
        bool fits = (options.Content, options.Channel, options.Format) switch
        {
            (RecordingContent.AudioVideo, RecordingChannel.Mixed, RecordingFormat.Mp4) => true,
            (RecordingContent.Audio, RecordingChannel.Mixed, RecordingFormat.Wav or RecordingFormat.Mp3) => true,
            (RecordingContent.Audio, RecordingChannel.Unmixed, RecordingFormat.Wav) => true,
            _ => false,
        };
        if (!fits)
        {
            throw new ArgumentException(
                $"There is no recording of {options.Content}, {options.Channel}, as {options.Format}: mixed sound is Wav or Mp3, unmixed sound is Wav, "
                + "and AudioVideo is mixed and Mp4.", nameof(options));
        }

        if (options.Channel == RecordingChannel.Mixed && (options.ParticipantOrder.Count > 0 || options.ChannelAffinity.Count > 0))
        {
            throw new ArgumentException("A mixed recording has one channel; ParticipantOrder and ChannelAffinity are for unmixed ones.", nameof(options));
        }

        if (options.ChannelAffinity.FirstOrDefault(affinity => affinity.Channel is < 0 or > MaxChannel) is { } beyond)
        {
            throw new ArgumentException($"A recording has channels 0 to {MaxChannel}; {beyond.Participant} is to have {beyond.Channel}.", nameof(options));
        }

        if (options.StorageContainer is { IsAbsoluteUri: false })
        {
            throw new ArgumentException("StorageContainer must be an absolute address.", nameof(options));
        }
    }
}
