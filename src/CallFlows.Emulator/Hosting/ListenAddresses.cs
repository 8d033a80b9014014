using CallFlows.Emulator.Https;

namespace CallFlows.Emulator.Hosting;

/// <summary>
/// Where the program listens: where <c>--urls</c> says, or on 5055 and, with https, on 5056; and on <see cref="HttpsOptions.Port"/>. Endpoints
/// in the server's own settings (<c>Kestrel:Endpoints</c>) stand for all of these.
/// </summary>
internal static class ListenAddresses
{
    public const string Http = "http://127.0.0.1:5055";

    private const int HttpsPort = 5056;

    /// <exception cref="InvalidOperationException">Two settings contradict each other.</exception>
    public static void Choose(WebApplication app)
    {
        int? httpsPort = app.Services.GetRequiredService<EmulatorOptions>().Https.Port;
        if (app.Configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            if (httpsPort is not null)
                throw new InvalidOperationException($"{EmulatorOptions.Section}:Https:Port can't be set beside Kestrel:Endpoints: add an https endpoint there.");
            return;
        }

        string? configured = app.Configuration[WebHostDefaults.ServerUrlsKey];
        bool given = !string.IsNullOrWhiteSpace(configured);
        foreach (string url in (given ? configured! : Http).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            app.Urls.Add(url);
        if ((httpsPort ?? (given ? null : HttpsPort)) is { } port)
            app.Urls.Add(HttpsHosting.AddressOn(port));
    }
}
