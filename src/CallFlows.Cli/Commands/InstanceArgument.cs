using System.CommandLine;

namespace CallFlows.Cli.Commands;

/// <summary>Which flow a command is about.</summary>
internal static class InstanceArgument
{
    public const string Name = "id";

    /// <summary>For commands that only look: the flow that was started last has a name of its own.</summary>
    public static Argument<string> ToShow() => new(Name) { Description = "The flow's instance id, or 'latest'." };

    public static Argument<string> ToChange() => new(Name) { Description = "The flow's instance id." };
}
