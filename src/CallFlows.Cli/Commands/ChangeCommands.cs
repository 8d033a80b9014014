using System.CommandLine;
using System.Text.Json.Nodes;

namespace CallFlows.Cli.Commands;

/// <summary><c>callflows suspend</c> and <c>callflows resume</c>.</summary>
internal static class ChangeCommands
{
    public static Command CreateSuspend(ConnectionOptions connection) =>
        Create(connection, "suspend", "Holds a flow: it takes events, but runs no code until it is resumed. Its call stays up.");

    public static Command CreateResume(ConnectionOptions connection) =>
        Create(connection, "resume", "Lets a flow go on that was suspended, or that failed because its code did not fit and is mended now.");

    private static Command Create(ConnectionOptions connection, string name, string description)
    {
        Argument<string> id = InstanceArgument.ToChange();
        Option<string?> reason = new("--reason") { Description = "Why; kept in the flow's history." };
        Command command = new(name, description) { id, reason };
        connection.Run(command, (session, parsed, cancellationToken) => StateChange.DoAsync(
            session, parsed.GetRequiredValue(id), name, parsed.GetValue(reason) is { } why ? new JsonObject { ["reason"] = why } : null, cancellationToken));
        return command;
    }
}
