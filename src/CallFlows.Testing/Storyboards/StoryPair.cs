namespace CallFlows.Testing.Storyboards;

/// <summary>A line and what happened there.</summary>
/// <param name="Line">The line; null for what no line tells.</param>
/// <param name="Moment">What happened; null when nothing did.</param>
internal sealed record StoryPair(StoryLine? Line, StoryMoment? Moment);
