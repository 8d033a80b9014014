using System.CommandLine;
using CallFlows.Cli.Api;

namespace CallFlows.Cli.Commands;

/// <summary><c>callflows transcript</c>.</summary>
internal static class TranscriptCommand
{
    public static Command Create(ConnectionOptions connection)
    {
        Argument<string> id = InstanceArgument.ToShow();
        Command command = new("transcript", "Shows what was said, played and pressed, also while the call goes on.") { id };
        connection.Run(command, async (session, parsed, cancellationToken) =>
        {
            string path = $"{ManagementClient.InstancePath(parsed.GetRequiredValue(id))}/transcript";
            if (session.Json)
            {
                session.Screen.Json(await session.Api.GetAsync(path, cancellationToken).ConfigureAwait(false));
            }
            else
            {
                session.Screen.Lines(await session.Api.GetTextAsync(path, cancellationToken).ConfigureAwait(false));
            }
        });
        return command;
    }
}
