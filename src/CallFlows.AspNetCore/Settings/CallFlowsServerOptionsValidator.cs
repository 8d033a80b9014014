using CallFlows.CallAutomation;
using CallFlows.CallAutomation.Security;
using Microsoft.Extensions.Options;

namespace CallFlows.AspNetCore.Settings;

/// <summary>Checks every setting, so that all mistakes are told at once: which setting, its value unless it is a secret, and what is allowed.</summary>
internal sealed class CallFlowsServerOptionsValidator(HostedParts parts) : IValidateOptions<CallFlowsServerOptions>
{
    private const int MinKeyLength = 16;
    private const int MaxKeyLength = 512;

    public ValidateOptionsResult Validate(string? name, CallFlowsServerOptions options)
    {
        List<string> problems = [];
        CheckPublicUrl(options.PublicUrl, problems);
        if (!CallbackKeys.TryDecode(options.CallbackKey, out _))
        {
            problems.Add($"{Setting("CallbackKey")} can't be used. Give base64 of at least {CallbackSecret.MinKeyBytes} random bytes, the same on every host.");
        }

        CheckGateway(options, problems);
        CheckTokens(options, problems);
        CheckKey(options.EventGrid.Key, Setting("EventGrid:Key"), problems);
        CheckKey(options.Management.Key, Setting("Management:Key"), problems);
        CheckStore(options.Store, problems);
        new EngineSettingsCheck(Setting(nameof(options.Engine)), problems).Check(options.Engine);
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static string Setting(string name) => $"{CallFlowsServerOptions.SectionName}:{name}";

    private static void CheckPublicUrl(Uri? url, List<string> problems)
    {
        const string allowed = "Give the absolute http or https address under which the service reaches the application, "
            + "without user, query or fragment, such as https://phone.contoso.com.";
        string setting = Setting("PublicUrl");
        if (url is null)
        {
            problems.Add($"{setting} is not set. {allowed}");
        }
        else if (!url.IsAbsoluteUri || url.Scheme is not ("http" or "https"))
        {
            problems.Add($"{setting} can't be '{url.OriginalString}'. {allowed}");
        }
        else if (url.UserInfo.Length + url.Query.Length + url.Fragment.Length > 0)
        {
            // What stands there may be a secret.
            problems.Add($"{setting} can't be '{url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)}' with a user, query or fragment. {allowed}");
        }
    }

    private void CheckGateway(CallFlowsServerOptions options, List<string> problems)
    {
        if (!parts.OwnGateway)
        {
            return;
        }

        if (options.ConnectionString is null == options.Endpoint is null)
        {
            string problem = options.Endpoint is null ? "Neither is set" : "Both are set";
            problems.Add($"{problem}: {Setting("ConnectionString")} and {Setting("Endpoint")}. Set one of them: the connection string, or the endpoint to sign in with Entra.");
            return;
        }

        Check(() => CallAutomationSettings.From(options).Gateway.Validate(), problems);
    }

    private static void CheckTokens(CallFlowsServerOptions options, List<string> problems)
    {
        if (string.IsNullOrWhiteSpace(options.Jwt.Audience))
        {
            problems.Add($"{Setting("Jwt:Audience")} is not set. Give the immutable resource id of the communication resource.");
            return;
        }

        Check(() => CallAutomationSettings.From(options).CallbackTokens.Validate(), problems);
    }

    private static void Check(Action validate, List<string> problems)
    {
        try
        {
            validate();
        }
        catch (CallAutomationOptionsException problem)
        {
            string setting = problem.Setting == nameof(CallbackTokenOptions.MetadataAddress) ? $"Jwt:{problem.Setting}" : problem.Setting;
            problems.Add($"{Setting(setting)}: {problem.Message}");
        }
    }

    private static void CheckKey(string? key, string setting, List<string> problems)
    {
        if (key is not null && key.Length is < MinKeyLength or > MaxKeyLength)
        {
            problems.Add($"{setting} has {key.Length} characters. Give {MinKeyLength} to {MaxKeyLength} random ones, or leave it out to take requests from this machine only.");
        }
    }

    private static void CheckStore(StoreOptions store, List<string> problems)
    {
        if (!store.InMemory && string.IsNullOrWhiteSpace(store.Path))
        {
            problems.Add($"{Setting("Store:Path")} is empty. Give a file on a disk of this machine, or set {Setting("Store:InMemory")} to true.");
        }

        if (store.MaxDatabaseBytes is not 0 and < 1024 * 1024)
        {
            problems.Add($"{Setting("Store:MaxDatabaseBytes")} can't be {store.MaxDatabaseBytes}. Use 0 for no bound, or at least 1048576.");
        }
    }
}
