namespace CallFlows.Benchmarks.Stores;

/// <summary>A folder of a run's own, deleted with it.</summary>
internal sealed class WorkFolder : IDisposable
{
    private WorkFolder(string path) => FullPath = path;

    public string FullPath { get; }

    /// <summary>The bytes of all files in it.</summary>
    public long Bytes => new DirectoryInfo(FullPath).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);

    public static WorkFolder Create(string under) => new(Directory.CreateDirectory(Path.Combine(under, $"callflows-{Guid.NewGuid():N}")).FullName);

    /// <summary>Where folders go unless the user says otherwise: a real disk, as a commit to memory says nothing.</summary>
    /// <exception cref="InvalidOperationException">Every place known is memory.</exception>
    public static string DefaultPlace()
    {
        string[] places = [Path.GetTempPath(), AppContext.BaseDirectory];
        return places.FirstOrDefault(place => new DriveInfo(place).DriveFormat is not ("tmpfs" or "ramfs"))
            ?? throw new InvalidOperationException($"{string.Join(" and ", places)} are in memory; name a folder on a disk with --folder.");
    }

    public string File(string name) => Path.Combine(FullPath, name);

    public void Dispose() => Directory.Delete(FullPath, recursive: true);
}
