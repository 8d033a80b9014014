#nullable disable

using CallFlows.Functions.Tests.StandIns;

namespace Azure.Communication.CallAutomation;

[Official("Azure.Communication.CallAutomation", "Azure/azure-sdk-for-net: sdk/communication/Azure.Communication.CallAutomation/src/Models/PlayToAllOptions.cs")]
public class PlayToAllOptions
{
    public PlayToAllOptions(IEnumerable<PlaySource> playSources)
    {
        PlaySources = [.. playSources];
    }

    public IReadOnlyList<PlaySource> PlaySources { get; }

    public bool Loop { get; set; }

    public bool InterruptCallMediaOperation { get; set; }

    public string OperationContext { get; set; }

    public Uri OperationCallbackUri { get; set; }
}
