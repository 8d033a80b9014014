using CallFlows.CallAutomation.Security;
using Microsoft.Extensions.Logging;

namespace CallFlows.AspNetCore.Streams;

/// <summary>What is said about streams: never a token, a sound or a word.</summary>
internal static partial class StreamLog
{
    [LoggerMessage(1, LogLevel.Warning, "Refused a stream of {CallConnectionId}: {Reason} ({Verdict})")]
    public static partial void WrongToken(ILogger logger, string callConnectionId, CallbackTokenVerdict verdict, string reason);

    [LoggerMessage(2, LogLevel.Error, "Can't check the token of a stream of {CallConnectionId}: {Reason}")]
    public static partial void TokenUnchecked(ILogger logger, string callConnectionId, string reason);

    [LoggerMessage(3, LogLevel.Warning, "A stream of {CallConnectionId} was closed: {Problem}")]
    public static partial void Unreadable(ILogger logger, string callConnectionId, string problem);

    [LoggerMessage(4, LogLevel.Error, "The handler of a stream of {CallConnectionId} failed; its socket was closed")]
    public static partial void HandlerFailed(ILogger logger, Exception problem, string callConnectionId);

    [LoggerMessage(5, LogLevel.Debug, "A stream of {CallConnectionId} has ended")]
    public static partial void Ended(ILogger logger, string callConnectionId);
}
