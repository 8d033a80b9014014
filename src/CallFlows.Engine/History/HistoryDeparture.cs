namespace CallFlows.Engine;

/// <summary>Why code can't go on with a recorded history.</summary>
public sealed record HistoryDeparture
{
    /// <summary>The event of the history where they part, from 1; null when no event does: the code went beyond the end, is missing or can't be replayed.</summary>
    public int? EventNumber { get; init; }

    /// <summary>What that event is, in words; null when there is none.</summary>
    public string? Event { get; init; }

    /// <summary>The author's line that the history names there, such as <c>OrderLine.cs:23</c>; null when it names none.</summary>
    public string? HistorySource { get; init; }

    /// <summary>What the code did instead, in words; null when it did nothing, or was not run.</summary>
    public string? Made { get; init; }

    /// <summary>The line of the code that did it, or that waits instead; null when none is known.</summary>
    public string? CodeSource { get; init; }

    /// <summary>All of it in one sentence, without a full stop.</summary>
    public required string Message { get; init; }
}
