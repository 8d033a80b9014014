namespace CallFlows.Testing.Tests.Storyboards;

/// <summary>A folder for storyboards that a test writes itself.</summary>
internal sealed class StoryFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("storyboards").FullName;

    public string Write(string text, string name = "Call.story")
    {
        string file = Path.Combine(_path, name);
        File.WriteAllText(file, text);
        return file;
    }

    public static string Text(string file) => File.ReadAllText(file);

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
