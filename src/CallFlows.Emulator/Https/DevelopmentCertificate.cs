using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CallFlows.Emulator.Https;

/// <summary>
/// A certificate for this machine only. It signs itself and can sign no other: whoever trusts it, and loses its key, has lost no more
/// than localhost.
/// </summary>
internal static class DevelopmentCertificate
{
    public const string Subject = "CN=localhost, O=CallFlows emulator";

    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    // Clocks of containers and virtual machines are now and then behind.
    private static readonly TimeSpan Backdated = TimeSpan.FromHours(1);

    public static X509Certificate2 Create(DateTimeOffset now)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new(Subject, key, HashAlgorithmName.SHA256);
        SubjectAlternativeNameBuilder names = new();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        names.AddIpAddress(IPAddress.IPv6Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(ServerAuthentication)], critical: false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        using X509Certificate2 made = request.CreateSelfSigned(now - Backdated, now + Lifetime);
        return ForServer(made);
    }

    /// <summary>The same certificate with its key where every platform's TLS finds it: on Windows that is not beside it in memory.</summary>
    public static X509Certificate2 ForServer(X509Certificate2 certificate) =>
        X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null);
}
