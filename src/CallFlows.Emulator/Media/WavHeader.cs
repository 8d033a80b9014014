using System.Buffers.Binary;

namespace CallFlows.Emulator.Media;

/// <summary>Reads how long a RIFF/WAVE file plays from its first bytes.</summary>
internal static class WavHeader
{
    /// <param name="head">The start of the file.</param>
    /// <param name="fileLength">Length of the whole file, when known; corrects data lengths that writers left open.</param>
    /// <param name="duration">Playing time.</param>
    /// <returns>False when this is no WAV file, or its header isn't within <paramref name="head"/>.</returns>
    public static bool TryReadDuration(ReadOnlySpan<byte> head, long? fileLength, out TimeSpan duration)
    {
        duration = default;
        WavChunks chunks = new(head);
        if (!chunks.IsWav)
            return false;

        uint bytesPerSecond = 0;
        while (chunks.MoveNext())
        {
            if (chunks.Name.SequenceEqual("fmt "u8) && chunks.At + 12 <= head.Length)
                bytesPerSecond = BinaryPrimitives.ReadUInt32LittleEndian(head[(chunks.At + 8)..]);
            if (chunks.Name.SequenceEqual("data"u8))
            {
                long data = fileLength is { } whole ? Math.Min(chunks.Length, Math.Max(0, whole - chunks.At)) : chunks.Length;
                duration = bytesPerSecond == 0 ? default : TimeSpan.FromSeconds((double)data / bytesPerSecond);
                return bytesPerSecond != 0;
            }
        }

        return false;
    }
}
