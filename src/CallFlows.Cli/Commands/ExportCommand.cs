using System.CommandLine;
using System.Text.Json.Nodes;
using CallFlows.Cli.Api;
using CallFlows.Cli.Output;
using CallFlows.Cli.Values;

namespace CallFlows.Cli.Commands;

/// <summary><c>callflows export</c>.</summary>
internal static class ExportCommand
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 1_000;

    public static Command Create(ConnectionOptions connection, TimeProvider time)
    {
        Argument<string?> id = new(InstanceArgument.Name)
        {
            Description = "The flow's instance id, or 'latest'; leave it out to export those that the filters choose.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Option<string?> folder = new("--out") { Description = "The folder for the files; it is made when it is not there. Without it, the history of one flow is written to the output." };
        Option<string[]> keep = new("--keep") { Description = "What is not masked: FindOrder for all it gave back, FindOrder:$.status for one value of it; may be repeated." };
        Option<int?> limit = new("--limit") { Description = $"How many at most, 1 to {MaxLimit}; {DefaultLimit} if not given.", CustomParser = ValueParsers.WholeNumber(1, MaxLimit) };
        InstanceFilters filters = new(time);

        Command command = new("export", "Writes histories to files without what is personal, for tests that replay them.") { id, folder, keep, limit };
        filters.AddTo(command);
        connection.Run(command, async (session, parsed, cancellationToken) =>
        {
            QueryString kept = new QueryString().Add("keep", parsed.GetValue(keep) ?? []);
            string? target = parsed.GetValue(folder);
            bool isFiltered = filters.IsAnyGiven(parsed) || parsed.GetValue(limit) is not null;
            if (parsed.GetValue(id) is { } one)
            {
                if (isFiltered)
                {
                    throw new CommandFailedException("give an id or filters, not both.", ExitCodes.Usage);
                }

                await ExportOneAsync(session, one, kept, target, cancellationToken).ConfigureAwait(false);
                return;
            }

            if (!filters.IsAnyGiven(parsed) || target is null)
            {
                throw new CommandFailedException("give an id; or a filter, such as --flow, and a folder with --out.", ExitCodes.Usage);
            }

            JsonObject found = await PageReader.ReadAsync(
                session.Api, "instances", filters.Read(parsed), "instances", parsed.GetValue(limit) ?? DefaultLimit, cancellationToken).ConfigureAwait(false);
            await ExportAllAsync(session, ManagementClient.Read<Instance[]>(found["instances"]!), kept, target, cancellationToken).ConfigureAwait(false);
            if (found.ContainsKey("continuationToken") && !session.Json)
            {
                session.Screen.Line("There are more of them; export more with --limit, or fewer with a filter.");
            }
        });
        return command;
    }

    private static Task<string> ReadAsync(Session session, string id, QueryString kept, CancellationToken cancellationToken) =>
        session.Api.GetTextAsync($"{ManagementClient.InstancePath(id)}/export{kept}", cancellationToken);

    private static async Task ExportOneAsync(Session session, string id, QueryString kept, string? folder, CancellationToken cancellationToken)
    {
        string history = await ReadAsync(session, id, kept, cancellationToken).ConfigureAwait(false);
        if (folder is null)
        {
            session.Screen.Lines(history);
            return;
        }

        Show(session, [HistoryFolder.Write(folder, history)]);
    }

    private static async Task ExportAllAsync(Session session, Instance[] instances, QueryString kept, string folder, CancellationToken cancellationToken)
    {
        List<string> written = [];
        List<string> refused = [];
        foreach (Instance instance in instances)
        {
            try
            {
                written.Add(HistoryFolder.Write(folder, await ReadAsync(session, instance.Id, kept, cancellationToken).ConfigureAwait(false)));
            }
            catch (CommandFailedException problem) when (problem.ExitCode == ExitCodes.Failed)
            {
                // The others may do: what is refused is mostly one path through a flow.
                refused.Add(problem.Message);
            }
        }

        Show(session, written);
        if (refused.Count > 0)
        {
            throw new CommandFailedException($"{refused.Count} of {instances.Length} could not be exported. {string.Join(" | ", refused.Distinct().Take(5))}");
        }
    }

    private static void Show(Session session, IReadOnlyList<string> files)
    {
        if (session.Json)
        {
            session.Screen.Json(new JsonObject { ["files"] = new JsonArray([.. files.Select(file => JsonValue.Create(file))]) });
            return;
        }

        foreach (string file in files)
        {
            session.Screen.Line(file);
        }

        if (files.Count == 0)
        {
            session.Screen.Line("No flows.");
        }
    }
}
