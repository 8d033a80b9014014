using Azure.Core;

namespace CallFlows.CallAutomation.Gateway;

/// <summary>Lets a request that must not have its effect twice be sent again only when it certainly had none.</summary>
internal sealed class UnrepeatableRequestClassifier : ResponseClassifier
{
    public static readonly UnrepeatableRequestClassifier Instance = new();

    public override bool IsRetriableResponse(HttpMessage message) =>
        base.IsRetriableResponse(message) && !DeliveryDoubt.IsLeftBy(message.Response.Status);

    public override bool IsRetriableException(Exception exception) =>
        base.IsRetriableException(exception) && !DeliveryDoubt.IsLeftBy(exception);

    public override bool IsRetriable(HttpMessage message, Exception exception) =>
        base.IsRetriable(message, exception) && !DeliveryDoubt.IsLeftBy(exception);
}
