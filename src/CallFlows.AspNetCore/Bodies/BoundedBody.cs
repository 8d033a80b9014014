using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;

namespace CallFlows.AspNetCore.Bodies;

/// <summary>A whole request body, never longer than allowed, in the server's own buffers where it lies in one piece.</summary>
internal sealed class BoundedBody : IDisposable
{
    private readonly PipeReader _reader;
    private readonly SequencePosition _end;
    private readonly byte[]? _rented;

    private BoundedBody(PipeReader reader, ReadOnlySequence<byte> buffer)
    {
        _reader = reader;
        _end = buffer.End;
        if (buffer.IsSingleSegment)
        {
            Bytes = buffer.First;
            return;
        }

        _rented = ArrayPool<byte>.Shared.Rent((int)buffer.Length);
        buffer.CopyTo(_rented);
        Bytes = _rented.AsMemory(0, (int)buffer.Length);
    }

    /// <summary>The body. Gone once this is disposed.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Reads a body to its end; null when it is longer than <paramref name="maxBytes"/>.</summary>
    public static async ValueTask<BoundedBody?> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        if (request.ContentLength > maxBytes)
        {
            return null;
        }

        PipeReader reader = request.BodyReader;
        while (true)
        {
            ReadResult result = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            ReadOnlySequence<byte> buffer = result.Buffer;
            if (buffer.Length > maxBytes)
            {
                reader.AdvanceTo(buffer.End);
                return null;
            }

            if (result.IsCompleted)
            {
                return new BoundedBody(reader, buffer);
            }

            reader.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    public void Dispose()
    {
        _reader.AdvanceTo(_end);
        if (_rented is not null)
        {
            ArrayPool<byte>.Shared.Return(_rented);
        }
    }
}
