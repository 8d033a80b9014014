using CallFlows.Emulator.Https;

namespace CallFlows.Emulator.Hosting;

/// <summary>How the emulator serves https.</summary>
public sealed class HttpsOptions
{
    /// <summary>
    /// Where the emulator's program keeps its certificate: in the user's own folder of application data
    /// (Linux: <c>~/.local/share/callflows-emulator</c>). Empty when the system names no such folder.
    /// </summary>
    public static string UserCertificateFolder { get; } = CertificateFiles.OfUser();

    /// <summary>TCP port of a further address on 127.0.0.1, for https. 0 to 65535; 0 for a free one. Null for none.</summary>
    public int? Port { get; set; }

    /// <summary>
    /// Folder in which the certificate is kept, so that clients need to trust it once. It is made there when it is missing, and again 30 days
    /// before it expires. Null to make one that lives as long as the emulator; the program then takes <see cref="UserCertificateFolder"/>.
    /// </summary>
    public string? CertificateFolder { get; set; }
}
