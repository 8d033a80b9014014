namespace CallFlows.Testing.Storyboards;

/// <summary>Somebody in a storyboard.</summary>
/// <param name="Name">The name.</param>
/// <param name="Number">A number in E.164, or a raw id.</param>
/// <param name="Line">Where the storyboard introduces them.</param>
internal sealed record StoryParty(string Name, string Number, int Line);
