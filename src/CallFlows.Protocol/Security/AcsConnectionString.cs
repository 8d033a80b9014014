namespace CallFlows.Protocol.Security;

/// <summary>The parts of <c>endpoint=…;accesskey=…</c>.</summary>
public sealed class AcsConnectionString
{
    private AcsConnectionString(Uri endpoint, byte[] accessKey)
    {
        Endpoint = endpoint;
        AccessKey = accessKey;
    }

    /// <summary>Where the resource is: scheme, host and port.</summary>
    public Uri Endpoint { get; }

    /// <summary>The key, decoded from base64. Keep it out of logs.</summary>
    public ReadOnlyMemory<byte> AccessKey { get; }

    /// <summary>Reads a connection string. Names don't regard case; parts with other names are ignored.</summary>
    /// <param name="text">The connection string, as the portal shows it.</param>
    /// <returns>Its parts.</returns>
    /// <exception cref="FormatException">A part is missing, given twice or malformed; the message never shows the key.</exception>
    public static AcsConnectionString Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string? endpoint = null;
        string? accessKey = null;
        foreach (string part in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
                throw Malformed("has a part without '='");
            string value = part[(equals + 1)..].Trim();
            switch (part[..equals].Trim().ToLowerInvariant())
            {
                case "endpoint":
                    endpoint = Once(endpoint, value, "endpoint");
                    break;
                case "accesskey":
                    accessKey = Once(accessKey, value, "accesskey");
                    break;
            }
        }

        return new(ReadEndpoint(endpoint), ReadKey(accessKey));
    }

    /// <summary>The endpoint, with the key left out.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() => $"endpoint={Endpoint};accesskey=***";

    private static string Once(string? before, string value, string name) =>
        before is null ? value : throw Malformed($"gives '{name}' twice");

    private static Uri ReadEndpoint(string? value)
    {
        if (string.IsNullOrEmpty(value))
            throw Malformed("has no 'endpoint'");
        bool usable = Uri.TryCreate(value, UriKind.Absolute, out Uri? uri)
            && uri.Scheme is "http" or "https" && uri.PathAndQuery == "/" && uri.UserInfo.Length == 0 && uri.Fragment.Length == 0;
        return usable ? uri! : throw Malformed("has an 'endpoint' that isn't an http or https address without a path, or a ';' is missing after it");
    }

    private static byte[] ReadKey(string? value)
    {
        if (string.IsNullOrEmpty(value))
            throw Malformed("has no 'accesskey'");
        byte[] key = new byte[value.Length];
        if (!Convert.TryFromBase64String(value, key, out int length) || length == 0)
            throw Malformed("has an 'accesskey' that isn't base64");
        return key[..length];
    }

    private static FormatException Malformed(string what) =>
        new($"The connection string {what}. Expected: endpoint=https://<name>.communication.azure.com;accesskey=<base64 key>.");
}
