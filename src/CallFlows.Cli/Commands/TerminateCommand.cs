using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using CallFlows.Cli.Api;
using CallFlows.Cli.Values;

namespace CallFlows.Cli.Commands;

/// <summary><c>callflows terminate</c>.</summary>
internal static class TerminateCommand
{
    public static Command Create(ConnectionOptions connection)
    {
        Argument<string> id = InstanceArgument.ToChange();
        Option<string?> reason = new("--reason") { Description = "Why; the flow leaves it behind as its output." };
        Option<string?> output = new("--output") { Description = "What the flow leaves behind instead, as JSON.", CustomParser = ValueParsers.Json };
        Command command = new("terminate", "Ends a flow at once, without running any more of its code. It hangs up nothing: a call that is up stays up.") { id, reason, output };
        command.Validators.Add(result =>
        {
            if (result.GetResult(reason) is not null && result.GetResult(output) is not null)
            {
                result.AddError("A flow that is terminated leaves one thing behind: give --reason or --output.");
            }
        });
        connection.Run(command, (session, parsed, cancellationToken) =>
            StateChange.DoAsync(session, parsed.GetRequiredValue(id), "terminate", Note(parsed.GetValue(reason), parsed.GetValue(output)), cancellationToken));
        return command;
    }

    private static JsonObject? Note(string? reason, string? output) =>
        reason is not null ? new JsonObject { ["reason"] = reason }
        : output is not null ? new JsonObject { ["output"] = JsonNode.Parse(output, documentOptions: new JsonDocumentOptions { MaxDepth = ManagementJson.MaxDepth }) }
        : null;
}
