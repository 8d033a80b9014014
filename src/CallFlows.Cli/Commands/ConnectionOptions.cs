using System.CommandLine;
using CallFlows.Cli.Api;
using CallFlows.Cli.Output;

namespace CallFlows.Cli.Commands;

/// <summary>The options that every command has: which host, and how its answer is shown.</summary>
internal sealed class ConnectionOptions(Surroundings surroundings)
{
    private const string UrlVariable = "CALLFLOWS_URL";
    private const string KeyVariable = "CALLFLOWS_KEY";

    private readonly Option<string?> _url = new("--url")
    {
        Description = $"Where the host is; else {UrlVariable}, else {HostAddress.Default}. A path in it is the prefix of its endpoints, instead of /callflows.",
        Recursive = true,
    };

    private readonly Option<string?> _key = new("--key")
    {
        Description = $"The host's management key; prefer {KeyVariable}, as others on this machine may see command lines.",
        Recursive = true,
    };

    private readonly Option<bool> _json = new("--json") { Description = "Write JSON for programs instead of tables.", Recursive = true };

    public void AddTo(Command root)
    {
        root.Options.Add(_url);
        root.Options.Add(_key);
        root.Options.Add(_json);
    }

    /// <summary>Makes a command do something with the host it is given.</summary>
    public void Run(Command command, Func<Session, ParseResult, CancellationToken, Task> action) =>
        command.SetAction(async (parsed, cancellationToken) =>
        {
            Uri address = HostAddress.Read(parsed.GetValue(_url) ?? Variable(UrlVariable) ?? HostAddress.Default);
            string? key = parsed.GetValue(_key) ?? Variable(KeyVariable);
            if (key is not null && address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback)
            {
                throw new CommandFailedException($"the key would travel to {address.Host} for all to read; use https.", ExitCodes.Usage);
            }

            using ManagementClient api = new(address, key);
            await action(new Session(api, new Screen(surroundings), parsed.GetValue(_json)), parsed, cancellationToken).ConfigureAwait(false);
            return ExitCodes.Done;
        });

    private string? Variable(string name) => surroundings.Variable(name) is { Length: > 0 } value ? value : null;
}
