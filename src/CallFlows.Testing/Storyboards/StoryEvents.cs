namespace CallFlows.Testing.Storyboards;

/// <summary>What can happen outside of the calls, and how the test makes it happen.</summary>
internal sealed class StoryEvents(IReadOnlyDictionary<string, Func<CallFlowTest, Task>> events)
{
    public const string FlowStarts = "The flow starts";

    /// <exception cref="StoryboardException">The storyboard tells an event that the test doesn't know, or lacks the one that it is about.</exception>
    public void Check(StoryScript script)
    {
        foreach (DeedLine line in script.Lines.OfType<DeedLine>())
        {
            if (line.Deed is Deed.Happens { What: var what } && !events.ContainsKey(what))
            {
                throw new StoryboardException(script.File.Path, line.Number, events.Count == 0
                    ? $"'{what}' is nothing that the test can make happen. Give it to the test, by these words: Storyboard.RunAsync(test, file, events)."
                    : $"'{what}' is nothing that the test can make happen. It knows: {string.Join(", ", events.Keys.Select(known => $"* {known}"))}");
            }
        }

        if (events.ContainsKey(FlowStarts) && !script.Lines.OfType<DeedLine>().Any(line => line.Deed is Deed.Happens { What: FlowStarts }))
        {
            throw new StoryboardException(script.File.Path, script.Lines[0].Number, $"The flow is started by the test, but the storyboard does not tell when. Add the line: * {FlowStarts}");
        }
    }

    public Task HappenAsync(CallFlowTest test, DeedLine line) => events[((Deed.Happens)line.Deed).What](test);
}
