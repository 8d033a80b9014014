#nullable disable

using CallFlows.Functions.Tests.StandIns;

namespace Azure.Communication.CallAutomation;

[Official("Azure.Communication.CallAutomation", "Azure/azure-sdk-for-net: sdk/communication/Azure.Communication.CallAutomation/api/Azure.Communication.CallAutomation.net8.0.cs")]
public class SendDtmfTonesOptions
{
    public SendDtmfTonesOptions(IEnumerable<DtmfTone> tones, CommunicationIdentifier targetParticipant)
    {
        Tones = [.. tones];
        TargetParticipant = targetParticipant;
    }

    public IList<DtmfTone> Tones { get; }

    public CommunicationIdentifier TargetParticipant { get; }

    public string OperationContext { get; set; }

    public Uri OperationCallbackUri { get; set; }
}
