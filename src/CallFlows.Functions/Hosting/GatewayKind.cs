namespace CallFlows.Functions.Hosting;

/// <summary>What sends call actions to the service: the setting <c>CallAutomation:Gateway</c>.</summary>
public enum GatewayKind
{
    /// <summary>The official client, <c>Azure.Communication.CallAutomation</c>.</summary>
    Sdk,

    /// <summary>The gateway that other hosts use, which speaks to the service's REST API itself.</summary>
    Rest,
}
