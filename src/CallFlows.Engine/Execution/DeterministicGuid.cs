using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CallFlows.Engine.Execution;

/// <summary>Ids that are the same in every replay: a version 8 UUID (RFC 9562) over what names the execution and a counter.</summary>
internal static class DeterministicGuid
{
    public static Guid Create(string instanceId, int generation, DateTimeOffset startedAt, int counter)
    {
        byte[] id = Encoding.UTF8.GetBytes(instanceId);
        byte[] source = new byte[id.Length + 16];
        BinaryPrimitives.WriteInt64BigEndian(source, startedAt.UtcTicks);
        BinaryPrimitives.WriteInt32BigEndian(source.AsSpan(8), generation);
        BinaryPrimitives.WriteInt32BigEndian(source.AsSpan(12), counter);
        id.CopyTo(source, 16);

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(source, hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
