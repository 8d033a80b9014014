namespace CallFlows.Testing.Storyboards;

/// <summary>A line of a storyboard that says something; titles, comments and blank lines don't.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Text">The line as it stands there, without blanks around it.</param>
internal abstract record StoryLine(int Number, string Text);

/// <summary>What somebody does, or what happens outside of the calls. It drives the test.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Text">The line as it stands there.</param>
/// <param name="Party">Who does it; null for what happens outside.</param>
/// <param name="Deed">What is done.</param>
internal sealed record DeedLine(int Number, string Text, StoryParty? Party, Deed Deed) : StoryLine(Number, Text);

/// <summary>What the flows say or do. It is expected.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Text">The line as it stands there.</param>
/// <param name="Act">What it expects.</param>
/// <param name="IsBeginning">Whether it tells only how the words begin.</param>
internal sealed record SystemLine(int Number, string Text, SystemAct Act, bool IsBeginning) : StoryLine(Number, Text)
{
    public bool Expects(SystemAct act) => IsBeginning
        ? act.Kind == Act.Kind && act.To == Act.To && act.Text.StartsWith(Act.Text, StringComparison.Ordinal)
        : act == Act;
}
