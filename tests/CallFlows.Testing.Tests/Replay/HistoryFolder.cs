using CallFlows.Engine;

namespace CallFlows.Testing.Tests.Replay;

/// <summary>A folder of history files for one test.</summary>
internal sealed class HistoryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("callflows-histories-");

    public string Path => _folder.FullName;

    public HistoryFolder With(string name, RecordedHistory history) => With(name, HistoryFile.Write(history));

    public HistoryFolder With(string name, byte[] file)
    {
        File.WriteAllBytes(System.IO.Path.Combine(Path, name), file);
        return this;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
