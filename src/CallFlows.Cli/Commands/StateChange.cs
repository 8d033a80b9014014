using System.Text.Json.Nodes;
using CallFlows.Cli.Api;

namespace CallFlows.Cli.Commands;

/// <summary>Asks a host to change where a flow stands, and shows where it stands then.</summary>
internal static class StateChange
{
    public static async Task DoAsync(Session session, string id, string change, JsonObject? note, CancellationToken cancellationToken)
    {
        JsonNode answer = await session.Api
            .PostAsync($"{ManagementClient.InstancePath(id)}/{change}", note?.ToJsonString(ManagementJson.Options), cancellationToken).ConfigureAwait(false);
        if (session.Json)
        {
            session.Screen.Json(answer);
            return;
        }

        Instance instance = ManagementClient.Read<Instance>(answer);
        session.Screen.Line($"{instance.Flow} {instance.Id} is {instance.Status}.");
    }
}
