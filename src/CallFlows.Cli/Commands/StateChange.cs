using System.Text.Json.Nodes;
using CallFlows.Cli.Api;

namespace CallFlows.Cli.Commands;

/// <summary>Asks a host to change where a flow stands, and shows where it stands then. A flow that has failed by it is a failed command.</summary>
internal static class StateChange
{
    public static async Task DoAsync(Session session, string id, string change, JsonObject? note, CancellationToken cancellationToken)
    {
        JsonNode answer = await session.Api
            .PostAsync($"{ManagementClient.InstancePath(id)}/{change}", note?.ToJsonString(ManagementJson.Options), cancellationToken).ConfigureAwait(false);
        Instance instance = ManagementClient.Read<Instance>(answer);
        bool hasFailed = instance.Status == Instance.Failed;
        if (session.Json)
        {
            session.Screen.Json(answer);
        }
        else if (!hasFailed)
        {
            session.Screen.Line($"{instance.Flow} {instance.Id} is {instance.Status}.");
        }

        // The host has done what it was asked to, but that is not where the operator wanted the flow.
        if (hasFailed)
        {
            throw new CommandFailedException($"after the {change} {instance.Flow} {instance.Id} is failed: {instance.Failure?.Message}");
        }
    }
}
