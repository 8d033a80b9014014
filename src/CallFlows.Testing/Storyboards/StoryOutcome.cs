namespace CallFlows.Testing.Storyboards;

/// <summary>What came of carrying a storyboard out.</summary>
/// <param name="Moments">What happened, in order.</param>
/// <param name="Hindrance">The first line that could not be carried out; null when all could.</param>
/// <param name="Troubles">What went wrong besides: flows that failed or never ended, somebody unknown who was called. A sentence each.</param>
internal sealed record StoryOutcome(IReadOnlyList<StoryMoment> Moments, DeedLine? Hindrance, IReadOnlyList<string> Troubles);
