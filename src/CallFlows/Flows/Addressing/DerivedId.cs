using System.Security.Cryptography;
using System.Text;

namespace CallFlows.Flows.Addressing;

/// <summary>Ids of orchestrations that stand for something outside: whoever knows it comes to the same id, and nobody reads it out of the id.</summary>
internal static class DerivedId
{
    /// <param name="prefix">What kind of orchestration, for people.</param>
    /// <param name="parts">What it stands for.</param>
    public static string Of(string prefix, params ReadOnlySpan<string> parts)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts)));
        return $"{prefix}-{Convert.ToHexStringLower(hash.AsSpan(0, 16))}";
    }
}
