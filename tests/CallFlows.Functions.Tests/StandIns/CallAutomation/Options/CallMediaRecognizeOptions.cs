#nullable disable

using CallFlows.Functions.Tests.StandIns;

namespace Azure.Communication.CallAutomation;

[Official("Azure.Communication.CallAutomation", "Azure/azure-sdk-for-net: sdk/communication/Azure.Communication.CallAutomation/src/Models/CallMediaRecognizeOptions.cs")]
public abstract class CallMediaRecognizeOptions
{
    protected CallMediaRecognizeOptions(RecognizeInputType inputType, CommunicationIdentifier targetParticipant)
    {
        InputType = inputType;
        TargetParticipant = targetParticipant;
    }

    public RecognizeInputType InputType { get; }

    public CommunicationIdentifier TargetParticipant { get; }

    public TimeSpan InitialSilenceTimeout { get; set; } = TimeSpan.FromSeconds(5);

    public bool InterruptCallMediaOperation { get; set; }

    public bool InterruptPrompt { get; set; }

    public Uri OperationCallbackUri { get; set; }

    public string OperationContext { get; set; }

    public IList<PlaySource> PlayPrompts { get; set; }

    public PlaySource Prompt { get; set; }

    public string SpeechLanguage { get; set; }

    public string SpeechModelEndpointId { get; set; }
}
