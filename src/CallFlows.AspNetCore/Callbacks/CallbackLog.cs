using CallFlows.CallAutomation.Security;
using CallFlows.Durable;
using Microsoft.Extensions.Logging;

namespace CallFlows.AspNetCore.Callbacks;

/// <summary>What is said about callbacks: never a token or a secret.</summary>
internal static partial class CallbackLog
{
    [LoggerMessage(1, LogLevel.Warning, "Refused a callback for {InstanceId}: its secret is missing or wrong")]
    public static partial void WrongSecret(ILogger logger, string instanceId);

    [LoggerMessage(2, LogLevel.Warning, "Refused a callback for {InstanceId}: {Reason} ({Verdict})")]
    public static partial void WrongToken(ILogger logger, string instanceId, CallbackTokenVerdict verdict, string reason);

    [LoggerMessage(3, LogLevel.Error, "Can't check the token of a callback for {InstanceId}: {Reason} The service is asked to send it again")]
    public static partial void TokenUnchecked(ILogger logger, string instanceId, string reason);

    [LoggerMessage(4, LogLevel.Warning, "Refused a callback for {InstanceId}: it is longer than {MaxBytes} bytes")]
    public static partial void TooLong(ILogger logger, string instanceId, int maxBytes);

    [LoggerMessage(5, LogLevel.Warning, "Refused a callback for {InstanceId}: {Problem}")]
    public static partial void Unreadable(ILogger logger, string instanceId, string problem);

    [LoggerMessage(6, LogLevel.Warning, "Refused a callback for {InstanceId}: there is no such instance; it was purged, or the store is another one")]
    public static partial void UnknownInstance(ILogger logger, string instanceId);

    [LoggerMessage(7, LogLevel.Warning, "Refused a callback for {InstanceId}: {Problem}")]
    public static partial void TooLargeForEngine(ILogger logger, string instanceId, string problem);

    [LoggerMessage(8, LogLevel.Error, "A callback for {InstanceId} could not be stored; the service is asked to send it again")]
    public static partial void NotStored(ILogger logger, Exception problem, string instanceId);

    [LoggerMessage(9, LogLevel.Debug, "Callback {Event} for {InstanceId}: {Result}")]
    public static partial void Taken(ILogger logger, string instanceId, string @event, RaiseEventResult result);

    [LoggerMessage(11, LogLevel.Debug, "Callback {Event} for {InstanceId} is left out: the flow has no use for it")]
    public static partial void NotNeeded(ILogger logger, string instanceId, string @event);

    [LoggerMessage(10, LogLevel.Warning, "A callback for {InstanceId} was put off: {Problem} The service is asked to send it again")]
    public static partial void Busy(ILogger logger, string instanceId, string problem);
}
