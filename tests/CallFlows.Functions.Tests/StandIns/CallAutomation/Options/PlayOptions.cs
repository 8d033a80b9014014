#nullable disable

using CallFlows.Functions.Tests.StandIns;

namespace Azure.Communication.CallAutomation;

[Official("Azure.Communication.CallAutomation", "Azure/azure-sdk-for-net: sdk/communication/Azure.Communication.CallAutomation/api/Azure.Communication.CallAutomation.net8.0.cs")]
public class PlayOptions
{
    public PlayOptions(IEnumerable<PlaySource> playSources, IEnumerable<CommunicationIdentifier> playTo)
    {
        PlaySources = [.. playSources];
        PlayTo = [.. playTo];
    }

    public IReadOnlyList<PlaySource> PlaySources { get; }

    public IReadOnlyList<CommunicationIdentifier> PlayTo { get; }

    public bool Loop { get; set; }

    public string OperationContext { get; set; }

    public Uri OperationCallbackUri { get; set; }
}
