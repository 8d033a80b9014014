#nullable disable

using CallFlows.Functions.Tests.StandIns;

namespace Azure.Communication.CallAutomation;

[Official("Azure.Communication.CallAutomation", "Azure/azure-sdk-for-net: sdk/communication/Azure.Communication.CallAutomation/src/Models/CallMediaRecognizeSpeechOptions.cs")]
public class CallMediaRecognizeSpeechOptions : CallMediaRecognizeOptions
{
    public CallMediaRecognizeSpeechOptions(CommunicationIdentifier targetParticipant)
        : base(RecognizeInputType.Speech, targetParticipant)
    {
    }

    public TimeSpan EndSilenceTimeout { get; set; } = TimeSpan.FromMilliseconds(500);
}
