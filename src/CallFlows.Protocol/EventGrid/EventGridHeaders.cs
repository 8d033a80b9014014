namespace CallFlows.Protocol.EventGrid;

/// <summary>HTTP headers of Event Grid deliveries and of the CloudEvents handshake.</summary>
public static class EventGridHeaders
{
    /// <summary><c>SubscriptionValidation</c>, <c>Notification</c> or <c>SubscriptionDeletion</c>.</summary>
    public const string EventType = "aeg-event-type";

    /// <summary>The subscription, upper case.</summary>
    public const string SubscriptionName = "aeg-subscription-name";

    /// <summary>Which attempt it is.</summary>
    public const string DeliveryCount = "aeg-delivery-count";

    /// <summary>Version of the envelope.</summary>
    public const string MetadataVersion = "aeg-metadata-version";

    /// <summary>Version of the data.</summary>
    public const string DataVersion = "aeg-data-version";

    /// <summary>Names the delivery.</summary>
    public const string OutputEventId = "aeg-output-event-id";

    /// <summary>On OPTIONS: who wants to send.</summary>
    public const string WebHookRequestOrigin = "WebHook-Request-Origin";

    /// <summary>On OPTIONS: where permission may be given later.</summary>
    public const string WebHookRequestCallback = "WebHook-Request-Callback";

    /// <summary>On OPTIONS: wanted requests a minute.</summary>
    public const string WebHookRequestRate = "WebHook-Request-Rate";

    /// <summary>In the answer: who may send.</summary>
    public const string WebHookAllowedOrigin = "WebHook-Allowed-Origin";

    /// <summary>In the answer: allowed requests a minute, or <c>*</c>.</summary>
    public const string WebHookAllowedRate = "WebHook-Allowed-Rate";
}
