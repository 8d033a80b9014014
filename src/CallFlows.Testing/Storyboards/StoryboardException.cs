namespace CallFlows.Testing.Storyboards;

/// <summary>A storyboard can't be read, or the calls did not go as it says. The message begins with the file and the line.</summary>
public sealed class StoryboardException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="file">The storyboard's path.</param>
    /// <param name="line">The line, from 1.</param>
    /// <param name="what">What is wrong there, and what to do.</param>
    public StoryboardException(string file, int line, string what)
        : base($"{file}:{line}: {what}")
    {
        File = file;
        Line = line;
    }

    /// <summary>The storyboard's path.</summary>
    public string File { get; }

    /// <summary>The line, from 1: of what can't be read, or of the first difference.</summary>
    public int Line { get; }
}
