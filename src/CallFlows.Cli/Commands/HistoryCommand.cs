using System.CommandLine;
using System.Text.Json.Nodes;
using CallFlows.Cli.Api;
using CallFlows.Cli.Output;
using CallFlows.Cli.Values;

namespace CallFlows.Cli.Commands;

/// <summary><c>callflows history</c>.</summary>
internal static class HistoryCommand
{
    private const int MaxPayloadBytes = 65_536;

    public static Command Create(ConnectionOptions connection)
    {
        Argument<string> id = InstanceArgument.ToShow();
        Option<int?> payloads = new("--payloads")
        {
            Description = $"Also show inputs, results and data, up to this many bytes of each: 1 to {MaxPayloadBytes}.",
            CustomParser = ValueParsers.WholeNumber(1, MaxPayloadBytes),
        };
        Command command = new("history", "Shows what has happened to a flow, event by event.") { id, payloads };
        connection.Run(command, async (session, parsed, cancellationToken) =>
        {
            // Asked for by its own name from here on: what 'latest' means may change between two pages.
            Instance instance = ManagementClient.Read<Instance>(
                await session.Api.GetAsync(ManagementClient.InstancePath(parsed.GetRequiredValue(id)), cancellationToken).ConfigureAwait(false));
            int payloadBytes = parsed.GetValue(payloads) ?? 0;
            JsonObject history = await HistoryReader.ReadAsync(session.Api, instance, payloadBytes, cancellationToken).ConfigureAwait(false);
            if (session.Json)
            {
                session.Screen.Json(history);
                return;
            }

            session.Screen.Line($"{instance.Flow} {instance.Id} ({instance.Status})");
            session.Screen.Write(HistoryTable.Of(HistoryReader.Events(history), showPayloads: payloadBytes > 0));
        });
        return command;
    }
}
