namespace CallFlows.Emulator.Storage;

/// <summary>A header, and after it the same bytes again and again. Read only, can be sought.</summary>
internal sealed class RepeatingStream(byte[] header, byte[] pattern, long repeatedBytes) : Stream
{
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => header.Length + repeatedBytes;

    public override long Position
    {
        get => _position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _position = value;
        }
    }

    public override int Read(Span<byte> buffer)
    {
        int count = (int)Math.Min(buffer.Length, Math.Max(0, Length - _position));
        for (int done = 0; done < count;)
        {
            ReadOnlySpan<byte> from = _position < header.Length
                ? header.AsSpan((int)_position)
                : pattern.AsSpan((int)((_position - header.Length) % pattern.Length));
            int part = Math.Min(from.Length, count - done);
            from[..part].CopyTo(buffer[done..]);
            done += part;
            _position += part;
        }

        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Task.FromResult(Read(buffer, offset, count));

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => _position + offset,
        _ => Length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException("The stream can only be read.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("The stream can only be read.");
}
