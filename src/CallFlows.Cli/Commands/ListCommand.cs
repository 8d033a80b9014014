using System.CommandLine;
using System.Text.Json.Nodes;
using CallFlows.Cli.Api;
using CallFlows.Cli.Output;
using CallFlows.Cli.Values;

namespace CallFlows.Cli.Commands;

/// <summary><c>callflows list</c>.</summary>
internal static class ListCommand
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 100_000;

    public static Command Create(ConnectionOptions connection, TimeProvider time)
    {
        InstanceFilters filters = new(time);
        Option<int?> limit = new("--limit") { Description = $"How many at most, 1 to {MaxLimit}; {DefaultLimit} if not given.", CustomParser = ValueParsers.WholeNumber(1, MaxLimit) };

        Command command = new("list", "Lists flows, newest first.");
        filters.AddTo(command);
        command.Options.Add(limit);
        connection.Run(command, async (session, parsed, cancellationToken) =>
        {
            QueryString query = filters.Read(parsed);
            JsonObject found = await PageReader.ReadAsync(
                session.Api, "instances", query, "instances", parsed.GetValue(limit) ?? DefaultLimit, cancellationToken).ConfigureAwait(false);
            Show(session, found);
        });
        return command;
    }

    private static void Show(Session session, JsonObject found)
    {
        if (session.Json)
        {
            session.Screen.Json(found);
            return;
        }

        Instance[] instances = ManagementClient.Read<Instance[]>(found["instances"]!);
        if (instances.Length == 0)
        {
            session.Screen.Line("No flows.");
            return;
        }

        session.Screen.Write(InstanceTable.Of(instances));
        if (found.ContainsKey("continuationToken"))
        {
            session.Screen.Line($"There are more than these {instances.Length}; see more with --limit, or fewer with a filter.");
        }
    }
}
