namespace CallFlows.Testing.Storyboards;

/// <summary>What a storyboard says.</summary>
/// <param name="File">The file it was read from.</param>
/// <param name="Parties">Who is in it, in the order they are introduced.</param>
/// <param name="Lines">What is done and expected, in order.</param>
internal sealed record StoryScript(StoryboardFile File, IReadOnlyList<StoryParty> Parties, IReadOnlyList<StoryLine> Lines)
{
    /// <summary>Who need not be named to be heard: the first of them.</summary>
    public string? First => Parties is [StoryParty first, ..] ? first.Name : null;

    public string NameOf(string number) => Parties.FirstOrDefault(party => party.Number == number)?.Name ?? number;
}
