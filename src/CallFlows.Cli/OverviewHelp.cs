using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace CallFlows.Cli;

/// <summary>
/// Shows help as usual, but in the list of commands only the arguments that must be given: the list puts all of them in the same brackets.
/// </summary>
internal sealed class OverviewHelp(SynchronousCommandLineAction usual) : SynchronousCommandLineAction
{
    /// <summary>As with the usual help: it is shown whatever else is missing.</summary>
    public override bool ClearsParseErrors => usual.ClearsParseErrors;

    public static HelpOption CreateOption()
    {
        HelpOption option = new();
        option.Action = new OverviewHelp((SynchronousCommandLineAction)option.Action!);
        return option;
    }

    public override int Invoke(ParseResult parseResult)
    {
        foreach (Argument argument in parseResult.CommandResult.Command.Subcommands.SelectMany(command => command.Arguments))
        {
            argument.Hidden = argument.Arity.MinimumNumberOfValues == 0;
        }

        return usual.Invoke(parseResult);
    }
}
