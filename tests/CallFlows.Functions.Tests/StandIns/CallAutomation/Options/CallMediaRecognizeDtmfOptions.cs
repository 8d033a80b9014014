#nullable disable

using CallFlows.Functions.Tests.StandIns;

namespace Azure.Communication.CallAutomation;

[Official("Azure.Communication.CallAutomation", "Azure/azure-sdk-for-net: sdk/communication/Azure.Communication.CallAutomation/src/Models/CallMediaRecognizeDtmfOptions.cs")]
public class CallMediaRecognizeDtmfOptions : CallMediaRecognizeOptions
{
    public CallMediaRecognizeDtmfOptions(CommunicationIdentifier targetParticipant, int maxTonesToCollect)
        : base(RecognizeInputType.Dtmf, targetParticipant) => MaxTonesToCollect = maxTonesToCollect;

    public int MaxTonesToCollect { get; }

    public TimeSpan InterToneTimeout { get; set; } = TimeSpan.FromSeconds(2);

    public IList<DtmfTone> StopTones { get; set; } = [];
}
