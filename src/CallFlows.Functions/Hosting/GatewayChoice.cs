using CallFlows.Actions;
using CallFlows.CallAutomation;
using CallFlows.CallAutomation.Gateway;
using CallFlows.Functions.Gateway;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.Functions.Hosting;

/// <summary>Chooses what sends call actions to the service.</summary>
internal static class GatewayChoice
{
    public const string Setting = "CallAutomation:Gateway";

    /// <exception cref="InvalidOperationException">The setting names no gateway.</exception>
    public static GatewayKind Read(IConfiguration configuration)
    {
        string? text = configuration[Setting];
        if (string.IsNullOrWhiteSpace(text))
        {
            return GatewayKind.Sdk;
        }

        return Enum.GetNames<GatewayKind>().Contains(text, StringComparer.OrdinalIgnoreCase)
            ? Enum.Parse<GatewayKind>(text, ignoreCase: true)
            : throw new InvalidOperationException(
                $"{Setting} can't be '{text}'. Use {nameof(GatewayKind.Sdk)} for the official client, or {nameof(GatewayKind.Rest)} for CallFlows' own.");
    }

    /// <summary>Puts the official client before the gateway over REST, which stays behind it for what the client can't send.</summary>
    public static void UseSdk(IServiceCollection services) => services.AddSingleton<ICallGateway>(provider =>
    {
        CallGatewayOptions options = provider.GetRequiredService<CallAutomationOptions>().Gateway;
        ICallbackAddresses callbacks = provider.GetRequiredService<ICallbackAddresses>();
        HttpClient http = provider.GetRequiredKeyedService<HttpClient>(CallAutomationServiceCollectionExtensions.HttpClientKey);
        RestCallGateway rest = new(options, callbacks, http, provider.GetRequiredService<TimeProvider>());
        return new SdkCallGateway(options, callbacks, http, rest);
    });
}
