#nullable disable

using CallFlows.Functions.Tests.StandIns;

namespace Azure.Communication.CallAutomation;

[Official("Azure.Communication.CallAutomation", "Azure/azure-sdk-for-net: sdk/communication/Azure.Communication.CallAutomation/api/Azure.Communication.CallAutomation.net8.0.cs")]
public class CallMediaRecognizeChoiceOptions : CallMediaRecognizeOptions
{
    public CallMediaRecognizeChoiceOptions(CommunicationIdentifier targetParticipant, IEnumerable<RecognitionChoice> choices)
        : base(RecognizeInputType.Choices, targetParticipant) => Choices = [.. choices];

    public IList<RecognitionChoice> Choices { get; }
}
