using Azure;
using Azure.Identity;
using CallFlows.Actions;

namespace CallFlows.CallAutomation.Gateway;

/// <summary>Tells requests that the service certainly has not carried out from those whose fate nobody knows.</summary>
internal static class DeliveryDoubt
{
    /// <summary>Whether an answer leaves open if the service has carried the request out. 429 and 503 are given before anything is done.</summary>
    public static bool IsLeftBy(int status) => status is 408 or 500 or 502 or 504;

    /// <summary>Whether a failure to get an answer leaves open if the service has carried the request out.</summary>
    public static bool IsLeftBy(Exception problem) => problem switch
    {
        AggregateException aggregate => aggregate.InnerExceptions.Any(IsLeftBy),
        HttpRequestException failure => failure.HttpRequestError
            is not (HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError),
        RequestFailedException { InnerException: { } cause } => IsLeftBy(cause),
        AuthenticationFailedException => false,
        _ => true,
    };

    /// <summary>The error, with a word about the doubt when the action must not be sent twice.</summary>
    public static CallActionException Note(CallAction action, CallActionException error, bool isInDoubt) =>
        isInDoubt && !action.IsRepeatable ? new(error.Error with { MayHaveHappened = true }, error.InnerException) : error;
}
