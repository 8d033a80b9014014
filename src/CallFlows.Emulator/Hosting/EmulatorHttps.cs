using System.Security.Cryptography.X509Certificates;

namespace CallFlows.Emulator.Hosting;

/// <summary>What a client needs to reach an emulator by https.</summary>
public sealed class EmulatorHttps
{
    internal EmulatorHttps(Uri endpoint, string connectionString, Uri metadataAddress, X509Certificate2 certificate, string? certificateFile)
    {
        Endpoint = endpoint;
        ConnectionString = connectionString;
        MetadataAddress = metadataAddress;
        Certificate = certificate;
        CertificateFile = certificateFile;
    }

    /// <summary>Where it listens.</summary>
    public Uri Endpoint { get; }

    /// <summary>Connection string for any Call Automation client.</summary>
    public string ConnectionString { get; }

    /// <summary>OpenID metadata of the tokens that it sends with callbacks; it names the same issuer as the one over http.</summary>
    public Uri MetadataAddress { get; }

    /// <summary>The server's certificate without its key: self-signed, for localhost, 127.0.0.1 and ::1. A client must trust it.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>PEM file with that certificate; null when no folder was set.</summary>
    public string? CertificateFile { get; }
}
