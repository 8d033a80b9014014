using System.Globalization;
using System.Runtime;
using System.Runtime.InteropServices;
using CallFlows.Benchmarks.Reports;

namespace CallFlows.Benchmarks.Machine;

/// <summary>What the numbers were measured on.</summary>
internal static class MachineFacts
{
    public static void Write(TextWriter output, string folder)
    {
        MarkdownTable table = new("Machine", "");
        table.Add("Processor", $"{ProcessorName()}, {Environment.ProcessorCount} cores");
        table.Add("Memory", Numbers.Bytes(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes));
        table.Add("System", $"{RuntimeInformation.OSDescription} ({RuntimeInformation.OSArchitecture})");
        table.Add("Runtime", $"{RuntimeInformation.FrameworkDescription}, {(GCSettings.IsServerGC ? "server" : "workstation")} GC, {Configuration} build");
        table.Add("File system", new DriveInfo(folder).DriveFormat);
        table.Add("4 KiB written and flushed to disk", $"{Numbers.Time(FsyncProbe.Median(folder))} (median of {FsyncProbe.Writes})");
        table.Add("Measured", DateTimeOffset.UtcNow.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture));
        table.Write(output);
    }

    private const string Configuration =
#if DEBUG
        "Debug";
#else
        "Release";
#endif

    private static string ProcessorName()
    {
        const string linux = "/proc/cpuinfo";
        string? line = File.Exists(linux)
            ? File.ReadLines(linux).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return line?[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
