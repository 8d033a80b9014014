namespace CallFlows.Engine.Tests.Embedded;

/// <summary>A history as text, one event a line, to compare two of them.</summary>
internal static class HistoryText
{
    public static string Of(IEnumerable<HistoryEvent> history) => string.Join('\n', history.Select(Line));

    private static string Line(HistoryEvent e)
    {
        object?[] parts =
        [
            e.Type, e.Time.ToString("HH:mm:ss"), e.TaskId, e.Name, e.Source, e.Payload, e.Failure?.ErrorType, e.Failure?.Message, e.EventId,
            e.FireAt?.ToString("HH:mm:ss"), e.ChildInstanceId, e.ExecutionId, e.Attempt, e.Reason,
        ];
        return string.Join(' ', parts.Where(part => part is not null && part.ToString() != "null"));
    }
}
