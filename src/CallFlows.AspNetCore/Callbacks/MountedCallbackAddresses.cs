using CallFlows.Actions;
using CallFlows.AspNetCore.Settings;
using CallFlows.CallAutomation.Callbacks;
using CallFlows.CallAutomation.Security;
using Microsoft.Extensions.Options;

namespace CallFlows.AspNetCore.Callbacks;

/// <summary>Builds callback addresses under the prefix that the endpoints are mapped to.</summary>
internal sealed class MountedCallbackAddresses(
    IOptions<CallFlowsServerOptions> options, CallbackMount mount, CallbackSecret secret) : ICallbackAddresses
{
    private readonly string _base = options.Value.PublicUrl!.AbsoluteUri.TrimEnd('/');

    public Uri For(string instanceId) => new(
        $"{_base}{mount.Prefix}{CallFlowsPaths.Callbacks}/{Uri.EscapeDataString(instanceId)}"
        + $"?{CallbackAddresses.SecretParameter}={secret.For(instanceId)}");

    public Uri For(CallActionRequest request) => options.Value.OnlyNeededCallbacks
        ? new Uri($"{For(request.InstanceId).AbsoluteUri}&{CallbackAddresses.InterestParameter}={(int)request.Interest}")
        : For(request.InstanceId);
}
