using Microsoft.Extensions.Logging;

namespace CallFlows.AspNetCore.Events;

/// <summary>What is said about Event Grid deliveries: never a key, and nothing of their content.</summary>
internal static partial class EventGridLog
{
    [LoggerMessage(1, LogLevel.Warning, "Refused an Event Grid request: {Reason}")]
    public static partial void Refused(ILogger logger, string reason);

    [LoggerMessage(2, LogLevel.Information, "Answered the validation of an Event Grid subscription")]
    public static partial void Validated(ILogger logger);

    [LoggerMessage(3, LogLevel.Warning, "Refused an Event Grid delivery: it is longer than {MaxBytes} bytes")]
    public static partial void TooLong(ILogger logger, int maxBytes);

    [LoggerMessage(4, LogLevel.Warning, "Refused an Event Grid delivery: {Problem}")]
    public static partial void Unreadable(ILogger logger, string problem);

    [LoggerMessage(5, LogLevel.Warning, "Event {Index} of an Event Grid delivery ({Type}) can't be used: {Reason}")]
    public static partial void Invalid(ILogger logger, string type, int index, string reason);

    [LoggerMessage(6, LogLevel.Debug, "An Event Grid event of type {Type} is not for flows")]
    public static partial void NotForFlows(ILogger logger, string type);

    [LoggerMessage(11, LogLevel.Debug, "{Type} came from Event Grid: for {Handlers} handlers and {Flows} flows")]
    public static partial void Taken(ILogger logger, string type, int handlers, int flows);

    [LoggerMessage(7, LogLevel.Warning, "Refused an Event Grid delivery: {Problem}")]
    public static partial void TooLargeForEngine(ILogger logger, string problem);

    [LoggerMessage(8, LogLevel.Error, "An Event Grid delivery could not be stored; Event Grid is asked to send it again")]
    public static partial void NotStored(ILogger logger, Exception problem);

    [LoggerMessage(9, LogLevel.Warning, "Refused the CloudEvents handshake: {Origin} may not send events here")]
    public static partial void OriginRefused(ILogger logger, string origin);

    [LoggerMessage(10, LogLevel.Warning, "An Event Grid delivery was put off: {Problem} Event Grid is asked to send it again")]
    public static partial void Busy(ILogger logger, string problem);
}
