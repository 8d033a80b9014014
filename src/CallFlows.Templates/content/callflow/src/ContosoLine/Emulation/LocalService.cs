using System.Security.Cryptography;
using CallFlows.AspNetCore.Settings;
using CallFlows.Calls.Transcripts;
using CallFlows.Emulator.Hosting;
using CallFlows.Emulator.Phones;

namespace ContosoLine.Emulation;

/// <summary>An emulator of Communication Services in this process, so that the line can be called without Azure.</summary>
internal static class LocalService
{
    private const string Line = "+14255550100";
    private const string Caller = "+14255550123";
    private const string FirstCaller = "+14255550199";

    /// <summary>What the first caller does. Change it with the flow.</summary>
    private static readonly PhoneScript FirstCall = PhoneScript.Create().Calls(Line).Hears("press 1").Presses("1").WaitsForHangUp();

    /// <summary>Whether this is a developer's machine, and no resource is configured.</summary>
    public static bool IsNeeded(WebApplicationBuilder builder) =>
        builder.Environment.IsDevelopment()
        && string.IsNullOrEmpty(builder.Configuration["CallFlows:ConnectionString"])
        && string.IsNullOrEmpty(builder.Configuration["CallFlows:Endpoint"]);

    /// <summary>Starts the emulator, and lets the flows use it.</summary>
    public static async Task<CallAutomationEmulator> StartAsync(WebApplicationBuilder builder)
    {
        CallAutomationEmulator emulator = await CallAutomationEmulator.StartAsync(port: builder.Configuration.GetValue("Emulator:Port", 5081));
        builder.Services.Configure<CallFlowsServerOptions>(server =>
        {
            server.PublicUrl = UrlOf(builder.Configuration);
            server.CallbackKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
            server.ConnectionString = emulator.ConnectionString;
            server.Jwt.MetadataAddress = emulator.MetadataAddress;
            server.Jwt.Audience = emulator.Audience;

            // The emulator forgets its calls when it stops, so nothing is kept of their flows either.
            server.Store.InMemory = true;
        });
        builder.Services.AddSingleton<ICallTranscriptObserver, TranscriptPrinter>();
        return emulator;
    }

    /// <summary>Lets the emulator bring its calls to the application, says how to place one, and shows a first one.</summary>
    public static async Task ConnectAsync(CallAutomationEmulator emulator, WebApplication app)
    {
        Uri url = UrlOf(app.Configuration);
        await emulator.SubscribeAsync(new Uri(url, "/callflows/events"));
        Console.WriteLine(Welcome.Write(url, emulator.Endpoint, Line, Caller));
        if (app.Configuration.GetValue("Emulator:FirstCall", true))
        {
            emulator.Phones.Get(FirstCaller).Run(FirstCall);
        }
    }

    private static Uri UrlOf(IConfiguration configuration) => new((configuration["urls"] ?? "http://localhost:5000").Split(';')[0]);
}
