using System.Security.Cryptography.X509Certificates;

namespace CallFlows.Emulator.Tests.Https;

/// <summary>An HTTP client that trusts one certificate and no other.</summary>
internal static class TrustingClient
{
    public static HttpClient For(X509Certificate2 certificate) => new(new SocketsHttpHandler
    {
        SslOptions =
        {
            CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                CustomTrustStore = { certificate },
                RevocationMode = X509RevocationMode.NoCheck,
            },
        },
    });
}
