using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CallFlows.Flows.Running;

/// <summary>
/// The <c>Repeatability-Request-ID</c> of an action: the same for every execution of it, because it is derived from the orchestration's
/// id and the action's number, and shaped as the random (version 4) UUID that the service expects.
/// </summary>
internal static class RepeatabilityId
{
    public static Guid For(string instanceId, long actionNumber)
    {
        byte[] input = new byte[Encoding.UTF8.GetByteCount(instanceId) + sizeof(long)];
        Encoding.UTF8.GetBytes(instanceId, input);
        BinaryPrimitives.WriteInt64BigEndian(input.AsSpan(input.Length - sizeof(long)), actionNumber);

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(input, hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x40);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
