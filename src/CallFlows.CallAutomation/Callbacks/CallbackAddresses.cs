using CallFlows.Actions;
using CallFlows.CallAutomation.Security;

namespace CallFlows.CallAutomation.Callbacks;

/// <summary>Builds callback addresses: <c>{base}/callflows/callbacks/{instanceId}?secret=…</c>.</summary>
public sealed class CallbackAddresses : ICallbackAddresses
{
    /// <summary>Path under the public base address, before the instance id.</summary>
    public const string Path = "/callflows/callbacks/";

    /// <summary>Name of the query parameter that carries the secret.</summary>
    public const string SecretParameter = "secret";

    /// <summary>Name of the query parameter that carries the flow's <see cref="CallFlows.Flows.CallEventInterest"/>, as a number.</summary>
    public const string InterestParameter = "events";

    private readonly string _prefix;
    private readonly CallbackSecret _secret;

    /// <summary>Takes the public address of the app.</summary>
    /// <param name="publicBaseUri">Absolute address under which the service reaches the app; may have a path.</param>
    /// <param name="secret">Makes the secrets.</param>
    /// <exception cref="CallAutomationOptionsException">The address isn't absolute http or https, or has a query.</exception>
    public CallbackAddresses(Uri publicBaseUri, CallbackSecret secret)
    {
        ArgumentNullException.ThrowIfNull(publicBaseUri);
        ArgumentNullException.ThrowIfNull(secret);
        OptionRules.RequireHttp(publicBaseUri, nameof(publicBaseUri), httpsOnly: false);
        _prefix = publicBaseUri.AbsoluteUri.TrimEnd('/') + Path;
        _secret = secret;
    }

    /// <inheritdoc/>
    public Uri For(string instanceId) =>
        new($"{_prefix}{Uri.EscapeDataString(instanceId)}?{SecretParameter}={_secret.For(instanceId)}");
}
