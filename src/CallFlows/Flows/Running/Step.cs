namespace CallFlows.Flows.Running;

/// <summary>A line of the author's code that waits for something.</summary>
/// <param name="Name">What it does, such as <c>PlayAsync</c>.</param>
/// <param name="Source">Where it stands, such as <c>OrderLine.cs:23</c>.</param>
internal readonly record struct Step(string Name, string Source)
{
    /// <summary>Only the file's name is kept: where it was compiled is nobody's business, and differs between machines.</summary>
    public static Step At(string name, string file, int line) => new(name, $"{file[(file.LastIndexOfAny(['/', '\\']) + 1)..]}:{line}");
}
