using System.Buffers.Binary;

namespace CallFlows.Emulator.Media;

/// <summary>Reads how long a RIFF/WAVE file plays from its first bytes.</summary>
internal static class WavHeader
{
    private const int ChunkHeader = 8;

    /// <param name="head">The start of the file.</param>
    /// <param name="fileLength">Length of the whole file, when known; corrects data lengths that writers left open.</param>
    /// <param name="duration">Playing time.</param>
    /// <returns>False when this is no WAV file, or its header isn't within <paramref name="head"/>.</returns>
    public static bool TryReadDuration(ReadOnlySpan<byte> head, long? fileLength, out TimeSpan duration)
    {
        duration = default;
        if (head.Length < 12 || !head[..4].SequenceEqual("RIFF"u8) || !head[8..12].SequenceEqual("WAVE"u8))
            return false;

        uint bytesPerSecond = 0;
        int at = 12;
        while (at + ChunkHeader <= head.Length)
        {
            ReadOnlySpan<byte> name = head.Slice(at, 4);
            uint length = BinaryPrimitives.ReadUInt32LittleEndian(head[(at + 4)..]);
            at += ChunkHeader;
            if (name.SequenceEqual("fmt "u8) && at + 12 <= head.Length)
                bytesPerSecond = BinaryPrimitives.ReadUInt32LittleEndian(head[(at + 8)..]);
            if (name.SequenceEqual("data"u8))
            {
                long data = fileLength is { } whole ? Math.Min(length, Math.Max(0, whole - at)) : length;
                duration = bytesPerSecond == 0 ? default : TimeSpan.FromSeconds((double)data / bytesPerSecond);
                return bytesPerSecond != 0;
            }

            long next = at + (long)length + (length & 1);
            if (next > head.Length)
                return false;
            at = (int)next;
        }

        return false;
    }
}
