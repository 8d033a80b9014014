namespace CallFlows.Streams;

/// <summary>Where a stream goes.</summary>
internal static class StreamAddress
{
    /// <summary>What is no secret of it.</summary>
    public static string Describe(string type, Uri? address) => $"{type} to {(address is { IsAbsoluteUri: true } ? address.Host : "nowhere")}";

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public static string? Problem(Uri? address)
    {
        if (address is not { IsAbsoluteUri: true })
        {
            return "it must be absolute, such as wss://example.com/streams";
        }

        bool isAllowed = address.Scheme == Uri.UriSchemeWss || (address.Scheme == Uri.UriSchemeWs && address.IsLoopback);
        if (!isAllowed)
        {
            return $"it must be wss, or ws on this machine; it is {address.Scheme} on {address.Host}";
        }

        return address.Fragment.Length > 0 ? "the address of a web socket has no fragment (#…)" : null;
    }
}
