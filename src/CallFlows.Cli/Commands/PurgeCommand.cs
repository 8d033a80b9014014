using System.CommandLine;
using System.Text.Json.Nodes;
using CallFlows.Cli.Api;
using CallFlows.Cli.Values;

namespace CallFlows.Cli.Commands;

/// <summary><c>callflows purge</c>.</summary>
internal static class PurgeCommand
{
    public static Command Create(ConnectionOptions connection, TimeProvider time)
    {
        Argument<string?> id = new(InstanceArgument.Name) { Description = "One flow that has ended.", Arity = ArgumentArity.ZeroOrOne };
        Option<TimeSpan?> olderThan = new("--older-than") { Description = "All that ended longer ago than this, such as 30d.", CustomParser = ValueParsers.Age };
        Option<string?> flow = new("--flow") { Description = "With --older-than: only this flow." };
        Option<string[]> status = new("--status")
        {
            Description = "With --older-than: completed, failed or terminated; may be repeated. Failed flows are kept unless they are named here.",
        };
        Command command = new("purge", "Deletes flows that have ended, with their histories and transcripts. There is no way back.") { id, olderThan, flow, status };
        command.Validators.Add(result =>
        {
            bool isOne = result.GetResult(id) is { Tokens.Count: > 0 };
            bool isMany = result.GetResult(olderThan) is not null;
            if (isOne == isMany)
            {
                result.AddError("Say what to purge: the id of one flow, or --older-than.");
            }
            else if (isOne && (result.GetResult(flow) is not null || result.GetResult(status) is not null))
            {
                result.AddError("--flow and --status choose among many flows: they go with --older-than, not with an id.");
            }
        });
        connection.Run(command, async (session, parsed, cancellationToken) =>
        {
            int purged = parsed.GetValue(id) is { } one
                ? Count(await session.Api.DeleteAsync(ManagementClient.InstancePath(one), cancellationToken).ConfigureAwait(false))
                : await PurgeManyAsync(
                    session.Api,
                    new QueryString()
                        .Add("endedBefore", Moment.ForQuery(time.GetUtcNow() - parsed.GetRequiredValue(olderThan)))
                        .Add("flow", parsed.GetValue(flow))
                        .Add("status", parsed.GetValue(status) ?? []),
                    cancellationToken).ConfigureAwait(false);
            if (session.Json)
            {
                session.Screen.Json(new JsonObject { ["purged"] = purged });
            }
            else
            {
                session.Screen.Line($"Purged {purged} {(purged == 1 ? "flow" : "flows")}.");
            }
        });
        return command;
    }

    /// <summary>A host looks at a bounded number of flows for one request.</summary>
    private static async Task<int> PurgeManyAsync(ManagementClient api, QueryString query, CancellationToken cancellationToken)
    {
        int purged = 0;
        string? token = null;
        do
        {
            try
            {
                JsonNode answer = await api.PostAsync($"purge{query.After(token)}", null, cancellationToken).ConfigureAwait(false);
                purged += Count(answer);
                token = (answer as JsonObject)?["continuationToken"]?.ToString();
            }
            catch (CommandFailedException problem) when (purged > 0)
            {
                throw new CommandFailedException($"{problem.Message} {purged} flows were purged before that.", problem.ExitCode, problem);
            }
        }
        while (token is not null);

        return purged;
    }

    private static int Count(JsonNode answer) => ManagementClient.Read<PurgeAnswer>(answer).Purged;
}
