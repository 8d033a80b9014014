using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace CallFlows.Functions.Tests.Hosting;

/// <summary>The Functions host's webhook for Event Grid: asks for the system key, answers the handshake, and hands on one event at a time.</summary>
internal static class EventGridWebhook
{
    public static async Task TakeAsync(HttpContext context, DurableTaskClient durable)
    {
        if (context.Request.Query["code"] != HttpFunctions.SystemKey)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        string? name = context.Request.Query["functionName"];
        (MethodInfo method, string _) = HttpFunctions.All.Single(function =>
            function.Name == name && HttpFunctions.Trigger<EventGridTriggerAttribute>(function.Method) is not null);
        using JsonDocument body = await JsonDocument.ParseAsync(context.Request.Body);
        foreach (JsonElement item in body.RootElement.ValueKind == JsonValueKind.Array ? [.. body.RootElement.EnumerateArray()] : new[] { body.RootElement })
        {
            if (item.TryGetProperty("eventType", out JsonElement type) && type.GetString() == "Microsoft.EventGrid.SubscriptionValidationEvent")
            {
                await context.Response.WriteAsJsonAsync(
                    new { validationResponse = item.GetProperty("data").GetProperty("validationCode").GetString() });
                return;
            }

            await HttpFunctions.CallAsync(method, context.RequestServices, parameter =>
                parameter.ParameterType == typeof(string) ? item.GetRawText()
                : parameter.ParameterType == typeof(DurableTaskClient) ? durable
                : parameter.ParameterType == typeof(CancellationToken) ? context.RequestAborted
                : throw new InvalidOperationException($"The Functions host can't bind '{parameter.Name}' of {method.Name}."));
        }
    }
}
