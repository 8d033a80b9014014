using System.Security.Cryptography;
using CallFlows.Calls.Transcripts;
using CallFlows.Emulator.Hosting;
using CallFlows.Engine;
using CallFlows.Local.Demo;
using CallFlows.Samples;
using CallFlows.Samples.Clinic;
using CallFlows.Samples.Shop;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace CallFlows.Local.Serve;

/// <summary>Serves the sample flows, with an emulator beside them, until it is stopped.</summary>
internal sealed class ServeCommand(IAnsiConsole console)
{
    public async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = arguments, ApplicationName = "CallFlows.Local" });
        if (ReadSettings(builder.Configuration) is not { } settings)
        {
            return 2;
        }

        try
        {
            CallAutomationEmulator emulator = await StartEmulatorAsync(builder.Configuration, settings, cancellationToken);
            await using (emulator)
            {
                WebApplication app = BuildApp(builder, settings, emulator);
                await using (app)
                {
                    await app.StartAsync(cancellationToken);
                    await emulator.SubscribeAsync(new Uri(new Uri(settings.Url), "/callflows/events"), cancellationToken);
                    console.Profile.Out.Writer.WriteLine(Welcome.Write(settings, emulator));
                    await app.WaitForShutdownAsync(cancellationToken);
                }
            }
        }
        catch (OptionsValidationException problem)
        {
            return Refuse(problem.Failures);
        }
        catch (OrchestrationStoreException problem)
        {
            return Refuse([$"{problem.Message} Choose another file with --CallFlows:Store:Path FILE, or --CallFlows:Store:InMemory true."]);
        }
        catch (IOException problem)
        {
            return Refuse([$"{problem.Message} Choose other ports with --Local:Url http://127.0.0.1:PORT --Local:EmulatorPort PORT."]);
        }

        return 0;
    }

    private LocalOptions? ReadSettings(IConfiguration configuration)
    {
        LocalOptions settings = new();
        try
        {
            configuration.GetSection(LocalOptions.Section).Bind(settings);
        }
        catch (InvalidOperationException problem)
        {
            Refuse([problem.InnerException is { } inner ? $"{problem.Message} {inner.Message}" : problem.Message]);
            return null;
        }

        ValidateOptionsResult result = new LocalOptionsValidator().Validate(null, settings);
        if (result.Failed)
        {
            Refuse(result.Failures);
            return null;
        }

        return settings;
    }

    private int Refuse(IEnumerable<string> problems)
    {
        console.MarkupLine("[red]CallFlows can't start:[/]");
        foreach (string problem in problems)
        {
            console.MarkupLine($"  [red]-[/] {Markup.Escape(problem)}");
        }

        return 2;
    }

    private static Task<CallAutomationEmulator> StartEmulatorAsync(
        IConfiguration configuration, LocalOptions settings, CancellationToken cancellationToken) =>
        CallAutomationEmulator.StartAsync(
            options =>
            {
                options.Prompts.CharactersPerSecond = settings.CharactersPerSecond;
                configuration.GetSection(EmulatorOptions.Section).Bind(options);
            },
            settings.EmulatorPort,
            cancellationToken: cancellationToken);

    private WebApplication BuildApp(WebApplicationBuilder builder, LocalOptions settings, CallAutomationEmulator emulator)
    {
        builder.WebHost.UseUrls(settings.Url);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        DemoPlay cast = new();
        builder.Services.AddCallFlows(flows => flows.AddSamples());
        builder.Services.AddSingleton<IClinic>(cast.Clinic).AddSingleton<IShop>(cast.Shop);
        builder.Services.AddSingleton<ICallTranscriptObserver>(new DemoScreen(console, cast));
        builder.Services.AddCallFlowsServer(server =>
        {
            server.PublicUrl ??= new Uri(settings.Url);
            server.CallbackKey ??= Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
            server.ConnectionString ??= emulator.ConnectionString;
            server.Jwt.MetadataAddress = emulator.MetadataAddress;
            server.Jwt.Audience ??= emulator.Audience;
        });
        WebApplication app = builder.Build();
        app.MapCallFlows();
        return app;
    }
}
