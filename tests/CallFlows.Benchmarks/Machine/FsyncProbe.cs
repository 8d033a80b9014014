using System.Diagnostics;

namespace CallFlows.Benchmarks.Machine;

/// <summary>What one durable write costs on this disk: the floor under every commit.</summary>
internal static class FsyncProbe
{
    public const int Writes = 200;
    private const int BlockBytes = 4096;

    public static TimeSpan Median(string folder)
    {
        string path = Path.Combine(folder, "fsync-probe");
        byte[] block = new byte[BlockBytes];
        TimeSpan[] times = new TimeSpan[Writes];
        using (FileStream file = new(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose))
        {
            for (int write = 0; write < Writes; write++)
            {
                long began = Stopwatch.GetTimestamp();
                file.Write(block);
                file.Flush(flushToDisk: true);
                times[write] = Stopwatch.GetElapsedTime(began);
            }
        }

        Array.Sort(times);
        return times[Writes / 2];
    }
}
