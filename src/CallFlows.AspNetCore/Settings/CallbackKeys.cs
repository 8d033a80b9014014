using System.Diagnostics.CodeAnalysis;
using CallFlows.CallAutomation.Security;

namespace CallFlows.AspNetCore.Settings;

/// <summary>Reads the master key of callback secrets.</summary>
internal static class CallbackKeys
{
    public static bool TryDecode(string? text, [NotNullWhen(true)] out byte[]? key)
    {
        byte[] buffer = new byte[text?.Length ?? 0];
        bool usable = Convert.TryFromBase64String(text ?? "", buffer, out int length) && length >= CallbackSecret.MinKeyBytes;
        key = usable ? buffer[..length] : null;
        return usable;
    }
}
