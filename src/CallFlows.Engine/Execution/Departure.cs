namespace CallFlows.Engine.Execution;

/// <summary>Where code departed from the history it was replayed over.</summary>
/// <param name="EventNumber">The event of the history, from 1; null when the code went beyond its end.</param>
/// <param name="Recorded">That event; null beyond the end.</param>
/// <param name="Made">What the code decided instead; null when it decided nothing.</param>
/// <param name="CodeLine">The line of the code that decided it; null when none is known.</param>
/// <param name="Text">All of it in words.</param>
internal sealed record Departure(int? EventNumber, HistoryEvent? Recorded, HistoryEvent? Made, string? CodeLine, string Text)
{
    /// <summary>The words.</summary>
    public override string ToString() => Text;
}
