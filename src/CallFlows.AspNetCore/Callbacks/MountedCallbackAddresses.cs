using CallFlows.Actions;
using CallFlows.AspNetCore.Settings;
using CallFlows.CallAutomation.Callbacks;
using CallFlows.CallAutomation.Security;
using Microsoft.Extensions.Options;

namespace CallFlows.AspNetCore.Callbacks;

/// <summary>Builds callback addresses under the prefix that the endpoints were mapped to.</summary>
internal sealed class MountedCallbackAddresses(IOptions<CallFlowsServerOptions> options, CallbackSecret secret) : ICallbackAddresses
{
    private string _prefix = CallFlowsPaths.DefaultPrefix;

    /// <summary>The last one mapped counts: earlier ones still take callbacks.</summary>
    public void MountAt(string prefix) => _prefix = prefix;

    public Uri For(string instanceId) => new(
        $"{options.Value.PublicUrl!.AbsoluteUri.TrimEnd('/')}{_prefix}{CallFlowsPaths.Callbacks}/{Uri.EscapeDataString(instanceId)}"
        + $"?{CallbackAddresses.SecretParameter}={secret.For(instanceId)}");
}
