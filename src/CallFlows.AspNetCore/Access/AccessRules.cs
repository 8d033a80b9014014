using CallFlows.AspNetCore.Settings;
using Microsoft.Extensions.Options;

namespace CallFlows.AspNetCore.Access;

/// <summary>Who may use which endpoints.</summary>
internal sealed class AccessRules(IOptions<CallFlowsServerOptions> options)
{
    public AccessRule Events { get; } = new(options.Value.EventGrid.Key, AccessRule.EventGridHeader);

    public AccessRule Management { get; } = new(options.Value.Management.Key, AccessRule.ManagementHeader);
}
