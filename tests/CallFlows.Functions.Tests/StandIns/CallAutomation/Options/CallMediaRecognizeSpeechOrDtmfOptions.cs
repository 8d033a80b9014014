#nullable disable

using CallFlows.Functions.Tests.StandIns;

namespace Azure.Communication.CallAutomation;

[Official("Azure.Communication.CallAutomation", "Azure/azure-sdk-for-net: sdk/communication/Azure.Communication.CallAutomation/src/Models/CallMediaRecognizeSpeechOrDtmfOptions.cs")]
public class CallMediaRecognizeSpeechOrDtmfOptions : CallMediaRecognizeOptions
{
    public CallMediaRecognizeSpeechOrDtmfOptions(CommunicationIdentifier targetParticipant, int maxTonesToCollect)
        : base(RecognizeInputType.SpeechOrDtmf, targetParticipant) => MaxTonesToCollect = maxTonesToCollect;

    public int MaxTonesToCollect { get; }

    // The official one takes its default from that of tones.
    public TimeSpan EndSilenceTimeout { get; set; } = TimeSpan.FromSeconds(2);

    public TimeSpan InterToneTimeout { get; set; } = TimeSpan.FromSeconds(2);

    public IList<DtmfTone> StopTones { get; set; } = [];
}
