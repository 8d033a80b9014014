using System.Security.Cryptography.X509Certificates;
using CallFlows.Emulator.Hosting;

namespace CallFlows.Emulator.Https;

/// <summary>The certificate that the emulator serves https with, made or read when it is first needed.</summary>
internal sealed class ServerCertificate(EmulatorOptions options) : IDisposable
{
    private readonly Lazy<X509Certificate2> _certificate = new(() => Open(options.Https));

    /// <exception cref="CertificateException">There is none, and none can be made.</exception>
    public X509Certificate2 WithKey => _certificate.Value;

    /// <summary>For those who must trust it; not disposed with this.</summary>
    public X509Certificate2 Public => X509CertificateLoader.LoadCertificate(WithKey.RawData);

    /// <summary>Where clients find it; null when it is kept in memory only.</summary>
    public string? File => options.Https.CertificateFolder is { } folder ? Files(folder).PublicFile : null;

    public void Dispose()
    {
        if (_certificate.IsValueCreated)
            _certificate.Value.Dispose();
    }

    // The real clock, always: it is by that one that clients check a certificate.
    private static X509Certificate2 Open(HttpsOptions https) => https.CertificateFolder is { } folder
        ? Files(folder).Open()
        : DevelopmentCertificate.Create(TimeProvider.System.GetUtcNow());

    private static CertificateFiles Files(string path) => new(Path.GetFullPath(path), TimeProvider.System);
}
