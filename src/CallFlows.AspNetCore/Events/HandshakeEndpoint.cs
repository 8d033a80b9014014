using CallFlows.AspNetCore.Access;
using CallFlows.AspNetCore.Bodies;
using CallFlows.CallAutomation.EventGrid;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CallFlows.AspNetCore.Events;

/// <summary>Answers the OPTIONS request by which Event Grid asks whether it may send CloudEvents.</summary>
internal sealed class HandshakeEndpoint(AccessRules access, CloudEventsHandshake handshake, ILogger<HandshakeEndpoint> logger)
{
    public Task HandleAsync(HttpContext context)
    {
        HttpRequest request = context.Request;
        if (access.Events.Check(request) == AccessLevel.Refused)
        {
            EventGridLog.Refused(logger, access.Events.Refusal);
            return Answers.RefuseAsync(context, StatusCodes.Status401Unauthorized, access.Events.Refusal);
        }

        string? origin = request.Headers["WebHook-Request-Origin"];
        if (handshake.Decide(origin, request.Headers["WebHook-Request-Rate"]) is not { } permission)
        {
            EventGridLog.OriginRefused(logger, RouteIds.ForLog(origin ?? "no origin"));
            return Answers.RefuseAsync(context, StatusCodes.Status403Forbidden, $"Only {CloudEventsHandshake.EventGridOrigin} may send events here.");
        }

        context.Response.Headers["WebHook-Allowed-Origin"] = permission.AllowedOrigin;
        if (permission.AllowedRate is { } rate)
        {
            context.Response.Headers["WebHook-Allowed-Rate"] = rate;
        }

        return Task.CompletedTask;
    }
}
