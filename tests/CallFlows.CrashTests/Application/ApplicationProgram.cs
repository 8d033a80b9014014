using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CallFlows.CrashTests.Application;

/// <summary>The application that is killed: flows over ASP.NET Core and a SQLite file, as a real one has them.</summary>
internal static class ApplicationProgram
{
    /// <summary>The line on standard output that says that it serves.</summary>
    public const string Ready = "ready";

    public static async Task<int> RunAsync(string settingsPath)
    {
        ApplicationSettings settings = ApplicationSettings.Read(settingsPath);
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(settings.Url.AbsoluteUri);
        builder.Services.AddRoutingCore();
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning);
        ApplicationParts.Add(builder.Services, settings);
        builder.Services.AddCallFlowsServer(server =>
        {
            server.PublicUrl = settings.Url;
            server.CallbackKey = settings.CallbackKey;
            server.ConnectionString = settings.ConnectionString;
            server.Jwt.MetadataAddress = settings.Metadata;
            server.Jwt.Audience = settings.Audience;
        });

        await using WebApplication app = builder.Build();
        app.UseRouting();
        app.MapCallFlows();
        await app.StartAsync();
        Console.WriteLine(Ready);
        // The judge closes standard input when it wants the application to stop, or when it is no longer there itself.
        while (await Console.In.ReadLineAsync() is not null)
        {
        }

        await app.StopAsync();
        return 0;
    }
}
