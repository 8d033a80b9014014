using System.Buffers.Binary;
using System.Text;

namespace CallFlows.Emulator.Storage;

/// <summary>Sound files in which nothing is to be heard, of any length, that take no memory.</summary>
internal static class SilentFile
{
    public const int SamplesPerSecond = 16_000;
    private const int BytesPerSample = 2;

    // MPEG-1 layer III, 64 kbit/s, 32 kHz, mono: 288 bytes for 36 ms. Zeros after the header are a frame without sound.
    private static readonly byte[] Mp3Frame = [0xFF, 0xFB, 0x58, 0xC0, .. new byte[284]];
    private static readonly TimeSpan Mp3FrameLength = TimeSpan.FromMilliseconds(36);

    /// <summary>PCM, 16 bits, 16 kHz.</summary>
    public static Stream Wav(TimeSpan duration, int channels)
    {
        long samples = Math.Min((long)(duration.TotalSeconds * SamplesPerSecond), (uint.MaxValue - 64) / (BytesPerSample * channels));
        uint bytes = (uint)(samples * channels * BytesPerSample);
        byte[] header = new byte[44];
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(4), bytes + 36);
        "WAVEfmt "u8.CopyTo(header.AsSpan(8));
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(16), 16);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(20), 1);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(22), (ushort)channels);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(24), SamplesPerSecond);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(28), (uint)(SamplesPerSecond * channels * BytesPerSample));
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(32), (ushort)(channels * BytesPerSample));
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(34), 8 * BytesPerSample);
        "data"u8.CopyTo(header.AsSpan(36));
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(40), bytes);
        return new RepeatingStream(header, [0], bytes);
    }

    public static Stream Mp3(TimeSpan duration) =>
        new RepeatingStream([], Mp3Frame, (long)Math.Ceiling(duration / Mp3FrameLength) * Mp3Frame.Length);

    /// <summary>A container with its length and no tracks: the emulator has no encoder.</summary>
    public static Stream Mp4(TimeSpan duration) =>
        new RepeatingStream([.. Box("ftyp", "isom\0\0\u0002\0isommp41"u8), .. Box("moov", Box("mvhd", MovieHeader(duration)))], [0], 0);

    private static byte[] Box(string type, ReadOnlySpan<byte> content)
    {
        byte[] box = new byte[8 + content.Length];
        BinaryPrimitives.WriteInt32BigEndian(box, box.Length);
        Encoding.ASCII.GetBytes(type, box.AsSpan(4));
        content.CopyTo(box.AsSpan(8));
        return box;
    }

    // Version 0 of ISO/IEC 14496-12, 8.2.2: times, scale, length, rate 1.0, volume 1.0, the unit matrix, the next track's id.
    private static byte[] MovieHeader(TimeSpan duration)
    {
        byte[] header = new byte[100];
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(12), 1000);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(16), (uint)Math.Min(duration.TotalMilliseconds, uint.MaxValue));
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(20), 0x0001_0000);
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(24), 0x0100);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(36), 0x0001_0000);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(52), 0x0001_0000);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(68), 0x4000_0000);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(96), 1);
        return header;
    }
}
