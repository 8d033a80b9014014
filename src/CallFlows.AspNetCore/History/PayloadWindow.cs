using System.Text;
using CallFlows.AspNetCore.Management;
using CallFlows.Durable;

namespace CallFlows.AspNetCore.History;

/// <summary>How much of a payload is shown.</summary>
/// <param name="maxBytes">Up to how many bytes of JSON; beyond it only the beginning.</param>
/// <param name="showNumbers">Whether phone numbers are shown whole.</param>
internal sealed class PayloadWindow(int maxBytes, bool showNumbers)
{
    /// <summary>A payload to be shown whole, or how one begins that is longer than allowed; neither when there is none.</summary>
    public (Payload? Whole, string? Start) Show(Payload payload)
    {
        if (payload.IsNull)
        {
            return (null, null);
        }

        // Cut only after it was masked: half a number would not be seen as one.
        ReadOnlyMemory<byte> shown = MaskedJson.From(payload.Utf8, showNumbers);
        return payload.Utf8.Length <= maxBytes ? (new Payload(shown), null) : (null, Beginning(shown.Span));
    }

    private string Beginning(ReadOnlySpan<byte> utf8)
    {
        int end = Math.Min(maxBytes, utf8.Length);

        // Not in the middle of a character.
        while (end > 0 && end < utf8.Length && (utf8[end] & 0b1100_0000) == 0b1000_0000)
        {
            end--;
        }

        return Encoding.UTF8.GetString(utf8[..end]);
    }
}
