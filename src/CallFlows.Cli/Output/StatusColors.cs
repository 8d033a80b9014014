using Spectre.Console;

namespace CallFlows.Cli.Output;

/// <summary>A flow's status in its color.</summary>
internal static class StatusColors
{
    public static Color? Of(string status) => status switch
    {
        "running" => Color.Green,
        "suspended" => Color.Yellow,
        Api.Instance.Failed => Color.Red,
        "terminated" => Color.Olive,
        _ => null,
    };
}
