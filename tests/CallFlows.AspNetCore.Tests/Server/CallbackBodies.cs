using System.Text.Json;
using CallFlows.Actions;

namespace CallFlows.AspNetCore.Tests.Server;

/// <summary>What the service posts to a callback address.</summary>
internal static class CallbackBodies
{
    public static string Of(params object[] events) => JsonSerializer.Serialize(events);

    /// <summary>The event that ends an action.</summary>
    public static object Event(string type, CallActionRequest? ends = null, string? id = null) => new
    {
        id = id ?? $"{type}-{ends?.OperationContext}",
        source = $"calling/callConnections/{FakeGateway.ConnectionId}",
        type = $"Microsoft.Communication.{type}",
        data = new
        {
            version = "2024-09-15",
            operationContext = ends?.OperationContext,
            resultInformation = new { code = 200, subCode = 0, message = "" },
            callConnectionId = FakeGateway.ConnectionId,
            serverCallId = "server-call-1",
            correlationId = "correlation-1",
            publicEventType = $"Microsoft.Communication.{type}",
        },
        time = "2026-03-02T09:00:00.0000000+00:00",
        specversion = "1.0",
        datacontenttype = "application/json",
        subject = $"calling/callConnections/{FakeGateway.ConnectionId}",
    };
}
