using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace CallFlows.Functions.Hosting;

/// <summary>Chooses what sends call actions to the service.</summary>
internal static class GatewayChoice
{
    public const string Setting = "CallAutomation:Gateway";

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

    public static void Add(IHostApplicationBuilder builder)
    {
        if (Read(builder.Configuration) == GatewayKind.Sdk)
        {
        }
    }
}
