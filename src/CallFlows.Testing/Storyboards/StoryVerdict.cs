namespace CallFlows.Testing.Storyboards;

/// <summary>What follows from how a storyboard went.</summary>
internal sealed class StoryVerdict
{
    private const string Accept = StoryboardSwitches.Accept;

    public StoryVerdict(StoryScript script, StoryOutcome outcome, StoryboardSwitches switches)
    {
        StoryComparison comparison = new(script, outcome);
        if (comparison.IsEqual && outcome.Troubles.Count == 0)
        {
            return;
        }

        bool canBeAccepted = outcome.Troubles.Count == 0;
        if (canBeAccepted && switches is { Accepts: true, IsContinuousIntegration: false })
        {
            Correction = script.File.With(comparison.Corrected());
            return;
        }

        string headline = comparison.IsEqual ? "all went as the storyboard says, up to this:" : "the calls did not go as the storyboard says (-), but so (+):";
        string advice = (canBeAccepted, switches.Accepts) switch
        {
            (true, true) => $"{Accept} is set, but so is CI: on a build server nothing is accepted. Run the test where the file is written by hand.",
            (true, false) => $"If this is as it should be, run the test with {Accept}=1: it writes the storyboard anew.",
            (false, true) => $"{Accept} is set, but this can't be accepted: the storyboard would fail again.",
            _ => "",
        };
        IEnumerable<string> parts = [headline, comparison.Difference, string.Join('\n', outcome.Troubles), advice];
        Complaint = new StoryboardException(
            script.File.Path, comparison.IsEqual ? script.Lines[^1].Number : comparison.FirstDifference, string.Join("\n\n", parts.Where(part => part.Length > 0)));
    }

    /// <summary>The file's right content; null when there is nothing to write.</summary>
    public byte[]? Correction { get; }

    /// <summary>What is wrong; null when nothing is.</summary>
    public StoryboardException? Complaint { get; }
}
