using CallFlows.Cli.Api;
using Spectre.Console;

namespace CallFlows.Cli.Output;

/// <summary>What happened to a flow, a line an event.</summary>
internal static class HistoryTable
{
    public static Table Of(IEnumerable<HistoryEvent> events, bool showPayloads)
    {
        Table table = Screen.Table(["#", "TIME (UTC)", "EVENT", "WHAT", "AT", .. showPayloads ? new[] { "DATA" } : []]);
        foreach (HistoryEvent happened in events)
        {
            table.AddRow(
            [
                Screen.Cell($"{happened.Number}"),
                Screen.Cell(Times.ShowExactly(happened.Time)),
                Screen.Cell(happened.Type, happened.Failure is null ? null : Color.Red),
                Screen.Cell(What(happened)),
                Screen.Cell(happened.Source),
                .. showPayloads ? new[] { Screen.Cell(Data(happened)) } : [],
            ]);
        }

        return table;
    }

    private static string What(HistoryEvent happened)
    {
        string?[] parts =
        [
            happened.About ?? happened.Name,
            happened.TaskId is { } task ? $"task {task}" : null,
            happened.Attempt > 1 ? $"attempt {happened.Attempt}" : null,
            happened.FireAt is { } due ? $"due {Times.Show(due)}" : null,
            happened.ChildInstanceId is { } child ? $"as {child}" : null,
            happened.Reason,
            happened.Failure?.Message,
        ];
        return string.Join(", ", parts.Where(part => !string.IsNullOrEmpty(part)));
    }

    private static string? Data(HistoryEvent happened) =>
        happened.PayloadStart is { } start ? $"{start}… ({happened.PayloadBytes} bytes)" : happened.Payload?.ToJsonString(ManagementJson.Options);
}
