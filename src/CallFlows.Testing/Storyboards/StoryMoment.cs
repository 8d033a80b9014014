namespace CallFlows.Testing.Storyboards;

/// <summary>One thing that happened, as a storyboard tells it: what a line made somebody do, or what the flows did.</summary>
/// <param name="Done">The line that was carried out; null for what the flows did.</param>
/// <param name="Act">What the flows did; null for a line.</param>
internal sealed record StoryMoment(DeedLine? Done, SystemAct? Act);
