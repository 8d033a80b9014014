#nullable disable

using CallFlows.Functions.Tests.StandIns;

namespace Azure.Communication.CallAutomation;

[Official("Azure.Communication.CallAutomation", "Azure/azure-sdk-for-net: sdk/communication/Azure.Communication.CallAutomation/api/Azure.Communication.CallAutomation.net8.0.cs")]
public class StartRecordingOptions
{
    public StartRecordingOptions(CallLocator callLocator) => CallLocator = callLocator;

    public IList<CommunicationIdentifier> AudioChannelParticipantOrdering { get; } = [];

    public IList<ChannelAffinity> ChannelAffinity { get; set; }

    public bool PauseOnStart { get; set; }

    public RecordingChannel RecordingChannel { get; set; }

    public RecordingContent RecordingContent { get; set; }

    public RecordingFormat RecordingFormat { get; set; }

    public Uri RecordingStateCallbackUri { get; set; }

    public RecordingStorage RecordingStorage { get; set; }

    internal CallLocator CallLocator { get; }
}
