using System.Net.WebSockets;
using CallFlows.AspNetCore.Bodies;
using CallFlows.CallAutomation.Security;
using CallFlows.CallAutomation.Streams;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CallFlows.AspNetCore.Streams;

/// <summary>Takes the service's web sockets: checks the token as callbacks do, and runs the application's handler.</summary>
internal sealed class StreamEndpoint(StreamLimits limits, Func<IServiceProvider, CallStreamConnection, CancellationToken, Task> handle)
{
    private const string ConnectionHeader = "x-ms-call-connection-id";
    private const string CorrelationHeader = "x-ms-call-correlation-id";

    public async Task HandleAsync(HttpContext context)
    {
        ILogger logger = context.RequestServices.GetRequiredService<ILogger<StreamEndpoint>>();
        string callConnectionId = context.Request.Headers[ConnectionHeader].ToString();
        string logged = RouteIds.ForLog(callConnectionId);
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.Headers.Upgrade = "websocket";
            await Answers.RefuseAsync(context, StatusCodes.Status426UpgradeRequired, "This address takes web sockets only.").ConfigureAwait(false);
            return;
        }

        if (!await HasGoodTokenAsync(context, logger, logged).ConfigureAwait(false))
        {
            return;
        }

        using CancellationTokenSource ending = CancellationTokenSource.CreateLinkedTokenSource(
            context.RequestAborted, context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
        IStreamObserver? observer = context.RequestServices.GetService<IStreamObserver>();
        using WebSocket socket = await context.WebSockets.AcceptWebSocketAsync().ConfigureAwait(false);
        using CallStreamConnection stream = new(
            socket, callConnectionId, context.Request.Headers[CorrelationHeader].ToString(), ParametersOf(context), limits, observer);
        Exception? problem = await StreamSession.RunAsync(
            socket, stream, (connection, token) => handle(context.RequestServices, connection, token), limits, observer, ending.Token).ConfigureAwait(false);
        switch (problem)
        {
            case null:
                StreamLog.Ended(logger, logged);
                break;
            case StreamingFormatException or UnusableMessageException:
                StreamLog.Unreadable(logger, logged, problem.Message);
                break;
            default:
                StreamLog.HandlerFailed(logger, problem, logged);
                break;
        }
    }

    private static async Task<bool> HasGoodTokenAsync(HttpContext context, ILogger logger, string callConnectionId)
    {
        CallbackTokenValidator tokens = context.RequestServices.GetRequiredService<CallbackTokenValidator>();
        CallbackTokenResult token = await tokens.ValidateAsync(context.Request.Headers.Authorization, context.RequestAborted).ConfigureAwait(false);
        switch (token.Verdict)
        {
            case CallbackTokenVerdict.Valid:
                return true;
            case CallbackTokenVerdict.KeysUnavailable:
                StreamLog.TokenUnchecked(logger, callConnectionId, token.Reason);
                await Answers.TryAgainAsync(context, "The token can't be checked now.").ConfigureAwait(false);
                return false;
            default:
                StreamLog.WrongToken(logger, callConnectionId, token.Verdict, token.Reason);
                context.Response.Headers.WWWAuthenticate = "Bearer";
                await Answers.RefuseAsync(context, StatusCodes.Status401Unauthorized, token.Reason).ConfigureAwait(false);
                return false;
        }
    }

    private static Dictionary<string, string> ParametersOf(HttpContext context)
    {
        Dictionary<string, string> parameters = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, Microsoft.Extensions.Primitives.StringValues value) in context.Request.Query)
        {
            parameters[name] = value.ToString();
        }

        // The route last: a query can't take its place.
        foreach ((string name, object? value) in context.Request.RouteValues)
        {
            parameters[name] = value?.ToString() ?? "";
        }

        return parameters;
    }
}
