using CallFlows.Engine;

namespace CallFlows.Testing.Replay;

/// <summary>A recorded history that the code can't go on with.</summary>
/// <param name="File">The file's name.</param>
/// <param name="History">The history; null when the file can't be read.</param>
/// <param name="Departure">Where code and history part; null when the file can't be read.</param>
/// <param name="Problem">What is wrong, in one sentence without a full stop.</param>
/// <param name="Advice">What to do.</param>
public sealed record BrokenHistory(string File, RecordedHistory? History, HistoryDeparture? Departure, string Problem, string Advice);
