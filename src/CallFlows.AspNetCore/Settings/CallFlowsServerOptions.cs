using Azure.Core;

namespace CallFlows.AspNetCore.Settings;

/// <summary>How an application hosts flows. Bound to the configuration section <see cref="SectionName"/>, and checked when the application starts.</summary>
public sealed class CallFlowsServerOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "CallFlows";

    /// <summary>
    /// Absolute http or https address under which the service reaches the application, such as <c>https://phone.contoso.com</c>; may have a
    /// path. Required.
    /// </summary>
    public Uri? PublicUrl { get; set; }

    /// <summary>
    /// Base64 of at least 32 random bytes, the same on every host: the secrets in callback addresses are made from it. A secret. Required.
    /// </summary>
    public string? CallbackKey { get; set; }

    /// <summary>
    /// <c>endpoint=…;accesskey=…</c> of the communication resource. A secret. Either this or <see cref="Endpoint"/> is required, unless the
    /// application registers an <c>ICallGateway</c> of its own.
    /// </summary>
    public string? ConnectionString { get; set; }

    /// <summary>The communication resource's https endpoint, for signing in with Entra instead of a connection string.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>Who signs in at <see cref="Endpoint"/>; null for Azure's usual chain of credentials. Set in code.</summary>
    public TokenCredential? Credential { get; set; }

    /// <summary>The client id of a user-assigned managed identity for the usual chain of credentials; null for the system-assigned one.</summary>
    public string? ManagedIdentityClientId { get; set; }

    /// <summary>The AI service for spoken texts and speech recognition; null for none.</summary>
    public Uri? CognitiveServicesEndpoint { get; set; }

    /// <summary>
    /// Whether every operation tells the service the present <see cref="PublicUrl"/>, so that calls that began under another one go on after a
    /// move. Events of the calls themselves, such as their end, still go to the first. Default false.
    /// </summary>
    public bool RenewCallbackAddress { get; set; }

    /// <summary>
    /// Whether callbacks that a flow has no use for (see <c>CallEventInterest</c>) are acknowledged and left out. For engines on which each event costs
    /// a replay; it holds for calls that begin from then on. Default false.
    /// </summary>
    public bool OnlyNeededCallbacks { get; set; }

    /// <summary>How the tokens of callbacks are checked.</summary>
    public CallbackJwtOptions Jwt { get; } = new();

    /// <summary>Who may deliver Event Grid events.</summary>
    public EventGridOptions EventGrid { get; } = new();

    /// <summary>Who may look at flows, start them, send them signals, hold, end and purge them.</summary>
    public ManagementOptions Management { get; } = new();

    /// <summary>How the embedded engine runs. Without meaning when the application registers an engine of its own.</summary>
    public EngineSettings Engine { get; } = new();

    /// <summary>Where the embedded engine keeps its instances. Without meaning when the application registers an engine of its own.</summary>
    public StoreOptions Store { get; } = new();
}
