using System.CommandLine;
using System.Text.Json.Nodes;
using CallFlows.Cli.Api;
using CallFlows.Cli.Output;

namespace CallFlows.Cli.Commands;

/// <summary><c>callflows show</c>.</summary>
internal static class ShowCommand
{
    /// <summary>As much as a host gives by default.</summary>
    private const int PayloadBytes = 2048;

    public static Command Create(ConnectionOptions connection)
    {
        Argument<string> id = InstanceArgument.ToShow();
        Command command = new("show", "Shows where a flow stands, what was said, and what happened.") { id };
        connection.Run(command, async (session, parsed, cancellationToken) =>
        {
            JsonNode answer = await session.Api.GetAsync(ManagementClient.InstancePath(parsed.GetRequiredValue(id)), cancellationToken).ConfigureAwait(false);
            Instance instance = ManagementClient.Read<Instance>(answer);
            string transcript = $"{ManagementClient.InstancePath(instance.Id)}/transcript";
            JsonObject history = await HistoryReader.ReadAsync(session.Api, instance, session.Json ? PayloadBytes : 0, cancellationToken).ConfigureAwait(false);
            if (session.Json)
            {
                JsonNode said = await session.Api.GetAsync(transcript, cancellationToken).ConfigureAwait(false);
                session.Screen.Json(new JsonObject { ["instance"] = answer, ["transcript"] = said, ["history"] = history });
                return;
            }

            session.Screen.Write(InstanceSheet.Of(instance));
            session.Screen.Line();
            session.Screen.Lines(await session.Api.GetTextAsync(transcript, cancellationToken).ConfigureAwait(false));
            session.Screen.Line();
            session.Screen.Write(HistoryTable.Of(HistoryReader.Events(history), showPayloads: false));
        });
        return command;
    }
}
