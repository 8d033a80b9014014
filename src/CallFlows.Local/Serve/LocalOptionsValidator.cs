using Microsoft.Extensions.Options;

namespace CallFlows.Local.Serve;

/// <summary>Refuses what can't work, by name and value, before anything is started.</summary>
internal sealed class LocalOptionsValidator : IValidateOptions<LocalOptions>
{
    public ValidateOptionsResult Validate(string? name, LocalOptions options)
    {
        List<string> problems = [];
        if (!Uri.TryCreate(options.Url, UriKind.Absolute, out Uri? url) || url.Scheme != Uri.UriSchemeHttp || !url.IsLoopback || url.PathAndQuery != "/")
        {
            problems.Add($"{LocalOptions.Section}:{nameof(options.Url)} is '{options.Url}'; it must be http on this machine without a path, such as http://127.0.0.1:5080.");
        }

        if (options.EmulatorPort is < 0 or > 65535)
        {
            problems.Add($"{LocalOptions.Section}:{nameof(options.EmulatorPort)} is {options.EmulatorPort}; it must be 0 to 65535, 0 for a free port.");
        }

        if (options.CharactersPerSecond is not (>= 1 and <= 10000))
        {
            problems.Add($"{LocalOptions.Section}:{nameof(options.CharactersPerSecond)} is {options.CharactersPerSecond}; it must be 1 to 10000.");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
