using CallFlows.Cli.Api;
using Spectre.Console;

namespace CallFlows.Cli.Output;

/// <summary>A list of flows.</summary>
internal static class InstanceTable
{
    public static Table Of(IEnumerable<Instance> instances)
    {
        Table table = Screen.Table("ID", "FLOW", "STATUS", "CREATED (UTC)", "WHERE / OUTCOME");
        table.Columns[0].NoWrap();
        foreach (Instance instance in instances)
        {
            table.AddRow(
                Screen.Cell(instance.Id),
                Screen.Cell(instance.Version > 1 ? $"{instance.Flow} v{instance.Version}" : instance.Flow),
                Screen.Cell(instance.Status, StatusColors.Of(instance.Status)),
                Screen.Cell(Times.Show(instance.CreatedAt)),
                Screen.Cell(instance.Outcome ?? string.Join(", ", instance.Waiting.Select(step => step.ToString()))));
        }

        return table;
    }
}
