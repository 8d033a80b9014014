namespace CallFlows.Emulator.Https;

/// <summary>The emulator has no certificate to serve https with. The message says why, and what to do.</summary>
public sealed class CertificateException : IOException
{
    internal CertificateException(string folder, string problem, Exception? inner = null)
        : base($"The https certificate in '{folder}' can't be used: {problem} Choose another folder with Emulator:Https:CertificateFolder, or listen without https: --urls http://127.0.0.1:5055.", inner)
    {
    }
}
