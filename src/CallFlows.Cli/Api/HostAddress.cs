namespace CallFlows.Cli.Api;

/// <summary>Where a host serves its management requests.</summary>
internal static class HostAddress
{
    /// <summary>Where the local host listens unless it is told otherwise.</summary>
    public const string Default = "http://127.0.0.1:5080";

    private const string DefaultPrefix = "/callflows";

    /// <summary>Reads an address; without a path, the host's usual one is added.</summary>
    /// <exception cref="CommandFailedException">It is no such address.</exception>
    public static Uri Read(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? address)
            || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps)
            || address.Query.Length > 0 || address.Fragment.Length > 0 || address.UserInfo.Length > 0)
        {
            throw new CommandFailedException(
                $"the host's address must be http or https without query or user, such as {Default}; give it as --url or CALLFLOWS_URL.", ExitCodes.Usage);
        }

        string path = address.AbsolutePath.TrimEnd('/');
        return new Uri(address, $"{(path.Length == 0 ? DefaultPrefix : path)}/");
    }
}
