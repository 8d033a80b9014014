using System.Text.Json.Nodes;
using CallFlows.Cli.Api;

namespace CallFlows.Cli.Commands;

/// <summary>Reads the whole history of a flow.</summary>
internal static class HistoryReader
{
    public static Task<JsonObject> ReadAsync(ManagementClient api, Instance instance, int payloadBytes, CancellationToken cancellationToken) =>
        PageReader.ReadAsync(
            api, $"{ManagementClient.InstancePath(instance.Id)}/history", new QueryString().Add("payloadBytes", payloadBytes), "events", int.MaxValue, cancellationToken);

    public static HistoryEvent[] Events(JsonObject history) => ManagementClient.Read<HistoryEvent[]>(history["events"]!);
}
