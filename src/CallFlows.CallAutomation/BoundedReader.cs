namespace CallFlows.CallAutomation;

/// <summary>Reads a stream to its end, but never more than allowed.</summary>
internal static class BoundedReader
{
    private const int FirstBuffer = 4096;

    /// <returns>The bytes, or null when there are more than <paramref name="maxBytes"/>.</returns>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(Stream stream, int maxBytes, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[Math.Min(FirstBuffer, maxBytes + 1)];
        int length = 0;
        while (true)
        {
            int read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
            if (read == 0)
                return buffer.AsMemory(0, length);
            length += read;
            if (length > maxBytes)
                return null;
            if (length == buffer.Length)
                Array.Resize(ref buffer, (int)Math.Min((long)buffer.Length * 2, maxBytes + 1L));
        }
    }
}
