using CallFlows.Calls;
using CallFlows.Endpoints;
using Microsoft.Extensions.Logging;

namespace CallFlows.Docs.Tests.Snippets;

internal static partial class PeopleLog
{
    [LoggerMessage(1, LogLevel.Information, "{Guest} was not reached: {Outcome}")]
    public static partial void NotReached(this ILogger logger, CallEndpoint guest, DialOutcome outcome);
}
