using System.Globalization;
using System.Text;

namespace CallFlows.Protocol.Security;

internal static class FormQuery
{
    private const string Unreserved = "*-._";

    /// <summary>Encodes the query of a request target as <c>application/x-www-form-urlencoded</c> and leaves the path as it is.</summary>
    public static string Reencode(string target)
    {
        int question = target.IndexOf('?', StringComparison.Ordinal);
        if (question < 0)
            return target;

        StringBuilder result = new(target, 0, question + 1, target.Length + 16);
        bool first = true;
        foreach (string pair in target[(question + 1)..].Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!first)
                result.Append('&');
            first = false;
            int equals = pair.IndexOf('=', StringComparison.Ordinal);
            Append(result, equals < 0 ? pair : pair[..equals]);
            result.Append('=');
            Append(result, equals < 0 ? "" : pair[(equals + 1)..]);
        }

        return result.ToString();
    }

    private static void Append(StringBuilder result, string encoded)
    {
        string text = Uri.UnescapeDataString(encoded.Replace('+', ' '));
        foreach (byte b in Encoding.UTF8.GetBytes(text))
        {
            char c = (char)b;
            if (char.IsAsciiLetterOrDigit(c) || Unreserved.Contains(c, StringComparison.Ordinal))
                result.Append(c);
            else if (c == ' ')
                result.Append('+');
            else
                result.Append('%').Append(b.ToString("X2", CultureInfo.InvariantCulture));
        }
    }
}
