using CallFlows.Engine.History.Format;

namespace CallFlows.Engine;

/// <summary>
/// Reads and writes history files: JSON, one instance in each, one line for each value so that changes of a file can be read. What is written is what
/// it is given; <see cref="HistoryRedaction"/> takes out what is personal before.
/// </summary>
public static class HistoryFile
{
    /// <summary>The version of the form that is written. Files of a later one are refused.</summary>
    public const int FormatVersion = 1;

    /// <summary>The largest file that is read or written, in bytes.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>Writes a history.</summary>
    /// <param name="history">The history.</param>
    /// <returns>The file's text, in UTF-8.</returns>
    /// <exception cref="HistoryFileException">It is larger than <see cref="MaxBytes"/>.</exception>
    public static byte[] Write(RecordedHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        byte[] file = HistoryFileWriter.Write(history);
        return file.Length <= MaxBytes
            ? file
            : throw new HistoryFileException(
                $"The history of {history.Flow} has {file.Length} bytes as a file; a file has at most {MaxBytes}. Let the flow continue as new before it grows so large.");
    }

    /// <summary>Reads a history.</summary>
    /// <param name="utf8">The file's bytes.</param>
    /// <param name="name">What errors call the file, such as its path.</param>
    /// <exception cref="HistoryFileException">It is no history file, damaged, of a later form, or too large; the message says what, where and what to do.</exception>
    public static RecordedHistory Read(ReadOnlyMemory<byte> utf8, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return utf8.Length <= MaxBytes ? HistoryFileReader.Read(utf8, name) : throw TooLarge(name, utf8.Length);
    }

    /// <summary>Reads a history from a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">What errors call the file; null for its path.</param>
    /// <exception cref="HistoryFileException">It is no history file, damaged, of a later form, or too large; the message says what, where and what to do.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    public static RecordedHistory Load(string path, string? name = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        FileInfo file = new(path);
        return file.Exists && file.Length > MaxBytes ? throw TooLarge(name ?? path, file.Length) : Read(File.ReadAllBytes(path), name ?? path);
    }

    private static HistoryFileException TooLarge(string name, long bytes) =>
        new($"{name} has {bytes} bytes; a history file has at most {MaxBytes}. Is it a history?");
}
