namespace CallFlows.Emulator.Https;

/// <summary>What the emulator's own servers have in common, in a program and in a test.</summary>
internal static class HttpsHosting
{
    /// <summary>Every https address gets the emulator's certificate, unless the server's settings name another.</summary>
    public static void UseEmulatorCertificate(this IWebHostBuilder host) => host
        .UseKestrelHttpsConfiguration()
        .ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(https =>
            https.ServerCertificate = kestrel.ApplicationServices.GetRequiredService<ServerCertificate>().WithKey));

    public static string AddressOn(int port) => $"https://127.0.0.1:{port}";
}
