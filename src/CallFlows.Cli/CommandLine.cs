using System.CommandLine;
using CallFlows.Cli.Commands;
using CallFlows.Cli.Output;

namespace CallFlows.Cli;

/// <summary>The command <c>callflows</c>.</summary>
internal sealed class CommandLine(Surroundings surroundings)
{
    private const string Name = "callflows";

    /// <summary>Files of arguments are off: an id may begin with @.</summary>
    private static readonly ParserConfiguration Parser = new() { ResponseFileTokenReplacer = null };

    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public async Task<int> RunAsync(IReadOnlyList<string> args, CancellationToken cancellationToken = default)
    {
        ParseResult parsed = Build().Parse(args, Parser);
        if (parsed.Errors.Count > 0)
        {
            string problem = parsed.UnmatchedTokens is [var token, ..] ? $"'{token}' is not understood here." : parsed.Errors[0].Message;
            return Complain($"{problem} '{CommandPath(parsed)} --help' shows what there is.", ExitCodes.Usage);
        }

        InvocationConfiguration invocation = new()
        {
            Output = surroundings.Out,
            Error = surroundings.Error,
            EnableDefaultExceptionHandler = false,
        };
        try
        {
            return await parsed.InvokeAsync(invocation, cancellationToken).ConfigureAwait(false);
        }
        catch (CommandFailedException problem)
        {
            return Complain(problem.Message, problem.ExitCode);
        }
        catch (OperationCanceledException)
        {
            return Complain("stopped before it was done.", ExitCodes.Failed);
        }
    }

    private Command Build()
    {
        ConnectionOptions connection = new(surroundings);

        // No RootCommand: that one takes its name from the file it runs from.
        Command root = new(Name, "Shows and operates the call flows of a CallFlows host. Times are in UTC.");
        root.Options.Add(OverviewHelp.CreateOption());
        root.Options.Add(new VersionOption());
        connection.AddTo(root);
        root.Subcommands.Add(ListCommand.Create(connection, surroundings.Time));
        root.Subcommands.Add(ShowCommand.Create(connection));
        root.Subcommands.Add(HistoryCommand.Create(connection));
        root.Subcommands.Add(TranscriptCommand.Create(connection));
        root.Subcommands.Add(ExportCommand.Create(connection, surroundings.Time));
        root.Subcommands.Add(SignalCommand.Create(connection));
        root.Subcommands.Add(ChangeCommands.CreateSuspend(connection));
        root.Subcommands.Add(ChangeCommands.CreateResume(connection));
        root.Subcommands.Add(TerminateCommand.Create(connection));
        root.Subcommands.Add(PurgeCommand.Create(connection, surroundings.Time));
        return root;
    }

    private static string CommandPath(ParseResult parsed) =>
        parsed.CommandResult.Command.Name == Name ? Name : $"{Name} {parsed.CommandResult.Command.Name}";

    private int Complain(string problem, int exitCode)
    {
        surroundings.Error.WriteLine($"{Name}: {Printable.Line(problem)}");
        return exitCode;
    }
}
