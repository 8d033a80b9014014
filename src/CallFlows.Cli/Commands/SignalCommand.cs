using System.CommandLine;
using System.Text.Json.Nodes;
using CallFlows.Cli.Api;
using CallFlows.Cli.Values;

namespace CallFlows.Cli.Commands;

/// <summary><c>callflows signal</c>.</summary>
internal static class SignalCommand
{
    public static Command Create(ConnectionOptions connection)
    {
        Argument<string> id = InstanceArgument.ToChange();
        Argument<string> name = new("name") { Description = "The signal's name." };
        Argument<string?> data = new("json") { Description = "The signal's data; none for null.", Arity = ArgumentArity.ZeroOrOne, CustomParser = ValueParsers.Json };
        Option<string?> signalId = new("--signal-id") { Description = "What tells this signal from others: sent again with the same, it changes nothing." };
        Command command = new("signal", "Sends a signal to a flow.") { id, name, data, signalId };
        connection.Run(command, async (session, parsed, cancellationToken) =>
        {
            string signal = parsed.GetRequiredValue(name);
            string path = $"{ManagementClient.InstancePath(parsed.GetRequiredValue(id))}/signals/{ManagementClient.Segment(signal, "a signal's name")}";
            QueryString query = new QueryString().Add("id", parsed.GetValue(signalId));
            JsonNode answer = await session.Api.PostAsync($"{path}{query}", parsed.GetValue(data), cancellationToken).ConfigureAwait(false);
            if (session.Json)
            {
                session.Screen.Json(answer);
                return;
            }

            bool isDuplicate = (answer as JsonObject)?["result"]?.ToString() == "duplicate";
            session.Screen.Line(isDuplicate ? $"{signal} was sent before; nothing changed." : $"Sent {signal} to {parsed.GetRequiredValue(id)}.");
        });
        return command;
    }
}
