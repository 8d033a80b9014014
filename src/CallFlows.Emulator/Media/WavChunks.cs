using System.Buffers.Binary;

namespace CallFlows.Emulator.Media;

/// <summary>The chunks of a RIFF/WAVE file, one after the other; also of a file of which only the beginning is there.</summary>
internal ref struct WavChunks(ReadOnlySpan<byte> file)
{
    private const int FileHeader = 12;
    private const int ChunkHeader = 8;

    private readonly ReadOnlySpan<byte> _file = file;
    private long _next = FileHeader;

    /// <summary>Whether it begins as such files do.</summary>
    public readonly bool IsWav => _file.Length >= FileHeader && _file[..4].SequenceEqual("RIFF"u8) && _file[8..12].SequenceEqual("WAVE"u8);

    /// <summary>Four letters.</summary>
    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>Where the content begins in the file.</summary>
    public int At { get; private set; }

    /// <summary>How long the content is, as the file says.</summary>
    public uint Length { get; private set; }

    /// <summary>The content, as far as it is there.</summary>
    public readonly ReadOnlySpan<byte> Content => _file.Slice(At, (int)Math.Min(Length, _file.Length - At));

    /// <summary>Goes to the next chunk; false when there is none, or it isn't there.</summary>
    public bool MoveNext()
    {
        if (_next + ChunkHeader > _file.Length)
            return false;
        Name = _file.Slice((int)_next, 4);
        Length = BinaryPrimitives.ReadUInt32LittleEndian(_file[((int)_next + 4)..]);
        At = (int)_next + ChunkHeader;
        _next = At + (long)Length + (Length & 1);
        return true;
    }
}
