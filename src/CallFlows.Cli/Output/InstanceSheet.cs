using System.Text.Json.Nodes;
using CallFlows.Cli.Api;
using Spectre.Console;

namespace CallFlows.Cli.Output;

/// <summary>All about where one flow stands.</summary>
internal static class InstanceSheet
{
    public static Grid Of(Instance instance)
    {
        Grid sheet = new();
        sheet.AddColumn(new GridColumn().NoWrap().PadRight(2));
        sheet.AddColumn(new GridColumn().PadRight(0));
        Add(sheet, "ID", instance.Id);
        Add(sheet, "Flow", $"{instance.Flow}, version {instance.Version}");
        Add(sheet, "Status", instance.Status, StatusColors.Of(instance.Status));
        Add(sheet, "Outcome", instance.Outcome);
        Add(sheet, "Created", $"{Times.Show(instance.CreatedAt)} UTC");
        Add(sheet, "Changed", $"{Times.Show(instance.LastUpdatedAt)} UTC");
        foreach ((string name, string value) in instance.Tags)
        {
            Add(sheet, $"Tag {name}", value);
        }

        foreach (WaitingStep step in instance.Waiting)
        {
            Add(sheet, "Waits at", $"{step} since {Times.Show(step.Since)} UTC");
        }

        Add(sheet, "Output", (instance.Output as JsonObject)?["result"]?.ToJsonString(ManagementJson.Options)
            ?? (instance.Status == "terminated" ? instance.Output?.ToJsonString(ManagementJson.Options) : null));
        for (Failure? failure = instance.Failure; failure is not null; failure = failure.Inner)
        {
            Add(sheet, "Failure", $"{failure.ErrorType}: {failure.Message}");
        }

        return sheet;
    }

    private static void Add(Grid sheet, string name, string? value, Color? color = null)
    {
        if (!string.IsNullOrEmpty(value))
        {
            sheet.AddRow(new Text(Printable.Line(name), new Style(decoration: Decoration.Bold)), Screen.Cell(value, color));
        }
    }
}
