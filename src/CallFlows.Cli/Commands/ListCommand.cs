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
        Option<string[]> status = new("--status") { Description = "Only these: pending, running, suspended, completed, failed, terminated; may be repeated." };
        Option<string?> flow = new("--flow") { Description = "Only this flow." };
        Option<DateTimeOffset?> from = new("--from") { Description = "Created at or after this time: 2026-03-02T09:00 (UTC), or how long ago, such as 2h.", CustomParser = ValueParsers.Moment(time) };
        Option<DateTimeOffset?> to = new("--to") { Description = "Created before this time.", CustomParser = ValueParsers.Moment(time) };
        Option<string?> caller = new("--caller") { Description = "Only calls from this phone number (+14255550123) or raw id." };
        Option<string?> called = new("--called") { Description = "Only calls to this phone number or raw id." };
        Option<string[]> tags = new("--tag") { Description = "Only flows with this tag, as name:value; may be repeated." };
        Option<int?> version = new("--flow-version") { Description = "Only flows of this version.", CustomParser = ValueParsers.WholeNumber(1, int.MaxValue) };
        Option<int?> limit = new("--limit") { Description = $"How many at most, 1 to {MaxLimit}; {DefaultLimit} if not given.", CustomParser = ValueParsers.WholeNumber(1, MaxLimit) };

        Command command = new("list", "Lists flows, newest first.") { status, flow, from, to, caller, called, tags, version, limit };
        connection.Run(command, async (session, parsed, cancellationToken) =>
        {
            QueryString query = new QueryString()
                .Add("status", parsed.GetValue(status) ?? [])
                .Add("flow", parsed.GetValue(flow))
                .Add("createdFrom", Moment.ForQuery(parsed.GetValue(from)))
                .Add("createdTo", Moment.ForQuery(parsed.GetValue(to)))
                .Add("caller", parsed.GetValue(caller))
                .Add("called", parsed.GetValue(called))
                .Add("tag", parsed.GetValue(tags) ?? [])
                .Add("version", parsed.GetValue(version));
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
