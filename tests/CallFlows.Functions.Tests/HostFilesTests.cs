using System.Text.Json;
using Azure.Monitor.OpenTelemetry.Exporter;
using CallFlows.AspNetCore.Settings;
using CallFlows.Durable;
using CallFlows.Emulator.Hosting;
using CallFlows.Functions.Hosting;
using CallFlows.Samples;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CallFlows.Functions.Tests;

/// <summary>host.json and local.settings.sample.json agree with the code.</summary>
public sealed class HostFilesTests
{
    private static readonly JsonElement Host = Read("host.json");
    private static readonly JsonElement LocalValues = Read("local.settings.sample.json").GetProperty("Values");

    [Fact]
    public void Host_DefaultVersion_IsTheHighestVersionOfAFlow()
    {
        using IHost app = Build(GoodSettings());
        DurableRegistry registry = app.Services.GetRequiredService<DurableRegistry>();

        int highest = registry.Orchestrators.Max(name => registry.FindOrchestrator(name)!.Version);

        JsonElement durable = Host.GetProperty("extensions").GetProperty("durableTask");
        durable.GetProperty("defaultVersion").GetString().Should().Be(
            highest.ToString(System.Globalization.CultureInfo.InvariantCulture), "hosts that run older code must not take instances of the new version");
        durable.GetProperty("versionMatchStrategy").GetString().Should().Be("CurrentOrOlder");
        durable.GetProperty("versionFailureStrategy").GetString().Should().Be("Reject");
    }

    [Fact]
    public void Host_RoutePrefix_IsTheOneInCallbackAddresses()
    {
        using IHost app = Build(GoodSettings());

        string path = app.Services.GetRequiredService<Actions.ICallbackAddresses>().For("one").AbsolutePath;

        path.Should().StartWith($"/{Host.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString()}/callbacks/");
    }

    [Fact]
    public void LocalSettings_WithAKeyOfOnesOwn_AreAccepted()
    {
        using IHost app = Build(GoodSettings());

        CallFlowsServerOptions options = app.Services.GetRequiredService<IOptions<CallFlowsServerOptions>>().Value;

        options.OnlyNeededCallbacks.Should().BeTrue();
        options.ConnectionString.Should().Contain(EmulatorOptions.DevelopmentAccessKey, "that is the local emulator's");
        options.Jwt.Audience.Should().Be(EmulatorOptions.DevelopmentResourceId);
    }

    [Fact]
    public void LocalSettings_WithThePlaceholder_AreRefusedWithTheSettingsName()
    {
        using IHost app = Build(Settings());
        Action read = () => _ = app.Services.GetRequiredService<IOptions<CallFlowsServerOptions>>().Value;

        read.Should().Throw<OptionsValidationException>().WithMessage("*CallFlows:CallbackKey*base64*");
    }

    [Fact]
    public void Gateway_OfAnUnknownKind_IsRefusedWithTheChoices()
    {
        Dictionary<string, string?> settings = GoodSettings();
        settings[GatewayChoice.Setting] = "Soap";
        Action build = () => Build(settings).Dispose();

        build.Should().Throw<InvalidOperationException>().WithMessage("*CallAutomation:Gateway*'Soap'*Sdk*Rest*");
    }

    [Fact]
    public void Telemetry_WithASamplingRatio_SendsThatPartOfTheTraces()
    {
        HostApplicationBuilder builder = Telling("0.25");

        builder.AddFunctionsTelemetry();

        using IHost app = builder.Build();
        AzureMonitorExporterOptions exporter = app.Services.GetRequiredService<IOptions<AzureMonitorExporterOptions>>().Value;
        exporter.SamplingRatio.Should().Be(0.25F);
        exporter.TracesPerSecond.Should().BeNull();
        exporter.Credential.Should().NotBeNull("no key is in any setting");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1.5")]
    [InlineData("a tenth")]
    public void Telemetry_WithARatioThatIsNone_IsRefused(string ratio)
    {
        Action add = () => Telling(ratio).AddFunctionsTelemetry();

        add.Should().Throw<InvalidOperationException>().WithMessage("*Telemetry:SamplingRatio*");
    }

    [Fact]
    public void Program_Creates_TheAppWithTheSamples()
    {
        FunctionsApplicationBuilder builder = Program.Create([]);
        using ServiceProvider services = builder.Services.BuildServiceProvider();

        services.GetRequiredService<DurableRegistry>().Orchestrators.Should().Contain(["AppointmentLine", "OrderLine", "Reminder"]);
    }

    private static HostApplicationBuilder Telling(string ratio)
    {
        HostApplicationBuilder builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["APPLICATIONINSIGHTS_CONNECTION_STRING"] = "InstrumentationKey=00000000-0000-0000-0000-000000000000",
            [TelemetryExtensions.SamplingRatio] = ratio,
        });
        return builder;
    }

    private static IHost Build(Dictionary<string, string?> settings)
    {
        HostApplicationBuilder builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(settings);
        builder.AddCallFlowsFunctions(flows => flows.AddSamples());
        return builder.Build();
    }

    private static Dictionary<string, string?> GoodSettings()
    {
        Dictionary<string, string?> settings = Settings();
        settings["CallFlows:CallbackKey"] = Convert.ToBase64String(new byte[32]);
        return settings;
    }

    private static Dictionary<string, string?> Settings() => LocalValues.EnumerateObject()
        .ToDictionary(setting => setting.Name.Replace("__", ":", StringComparison.Ordinal), setting => setting.Value.GetString());

    private static JsonElement Read(string file) => JsonDocument.Parse(File.ReadAllText(RepositoryFiles.FullPath(file))).RootElement;
}
