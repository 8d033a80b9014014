using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CallFlows.AspNetCore.Hosting;

/// <summary>
/// Keeps secrets out of logs: the server writes every request's address at Information, and those of callbacks and deliveries hold a secret
/// in their query. Warnings and errors of the same category stay.
/// </summary>
internal sealed class QuietRequestLog : IPostConfigureOptions<LoggerFilterOptions>
{
    private const string Category = "Microsoft.AspNetCore.Hosting.Diagnostics";

    public void PostConfigure(string? name, LoggerFilterOptions options)
    {
        // A rule for one provider hides the rules for all, so each provider that has rules needs one of its own.
        string?[] providers = [.. options.Rules.Select(rule => rule.ProviderName).Append(null).Distinct()];
        foreach (string? provider in providers)
        {
            options.Rules.Add(new LoggerFilterRule(provider, Category, LogLevel.Warning, filter: null));
        }
    }
}
