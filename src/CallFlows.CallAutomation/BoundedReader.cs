using System.Buffers;

namespace CallFlows.CallAutomation;

/// <summary>Reads a stream to its end, but never more than allowed.</summary>
internal static class BoundedReader
{
    private const int FirstBuffer = 4096;

    /// <returns>The bytes, or null when there are more than <paramref name="maxBytes"/>.</returns>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(Stream stream, int maxBytes, CancellationToken cancellationToken)
    {
        // Borrowed: what is read is mostly far shorter than a buffer that takes it in one go. Given back only after reads that have
        // ended well: another one might still write into it.
        byte[] buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
        int length = 0;
        while (true)
        {
            int room = Math.Min(buffer.Length, maxBytes + 1) - length;
            int read = await stream.ReadAsync(buffer.AsMemory(length, room), cancellationToken).ConfigureAwait(false);
            length += read;
            if (read == 0 || length > maxBytes)
            {
                byte[]? bytes = length > maxBytes ? null : buffer.AsSpan(0, length).ToArray();
                ArrayPool<byte>.Shared.Return(buffer);
                return bytes is null ? null : (ReadOnlyMemory<byte>?)bytes;
            }

            if (length == buffer.Length)
                buffer = Grow(buffer);
        }
    }

    private static byte[] Grow(byte[] full)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(full.Length * 2);
        full.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(full);
        return larger;
    }
}
