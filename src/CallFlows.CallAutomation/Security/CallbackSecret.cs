using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CallFlows.CallAutomation.Security;

/// <summary>The secret in a callback address: made from a master key and the orchestration's instance id, so that nothing has to be stored.</summary>
public sealed class CallbackSecret
{
    /// <summary>Shortest master key, in bytes.</summary>
    public const int MinKeyBytes = 32;

    private readonly byte[] _masterKey;

    /// <summary>Takes the master key.</summary>
    /// <param name="masterKey">At least <see cref="MinKeyBytes"/> random bytes, the same on every host.</param>
    /// <exception cref="ArgumentException">The key is too short.</exception>
    public CallbackSecret(ReadOnlySpan<byte> masterKey)
    {
        if (masterKey.Length < MinKeyBytes)
            throw new ArgumentException($"The master key must have at least {MinKeyBytes} bytes, it has {masterKey.Length}.", nameof(masterKey));
        _masterKey = masterKey.ToArray();
    }

    /// <summary>The secret of one orchestration: base64url of HMAC-SHA256, 43 characters.</summary>
    /// <param name="instanceId">The orchestration.</param>
    /// <returns>The secret. It must not be logged.</returns>
    public string For(string instanceId)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        return Base64Url.EncodeToString(HMACSHA256.HashData(_masterKey, Encoding.UTF8.GetBytes(instanceId)));
    }

    /// <summary>Whether a secret is that of an orchestration; takes the same time whatever is wrong with it.</summary>
    /// <param name="instanceId">The orchestration.</param>
    /// <param name="secret">What came with the callback, or null.</param>
    /// <returns>True when it is the right one.</returns>
    public bool IsValid(string instanceId, string? secret) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(For(instanceId)), Encoding.UTF8.GetBytes(secret ?? ""));
}
