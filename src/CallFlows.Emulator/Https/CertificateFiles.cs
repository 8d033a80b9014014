using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace CallFlows.Emulator.Https;

/// <summary>
/// Keeps a development certificate between runs: with its key in a file that only its owner can read, and without in one for clients.
/// Emulators that start at the same time share it.
/// </summary>
internal sealed class CertificateFiles(string path, TimeProvider time)
{
    private const string ApplicationFolder = "callflows-emulator";
    private const string PublicName = "localhost.crt";
    private const string SecretName = "localhost.key.pem";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OthersMayRead = OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private static readonly TimeSpan RenewedBefore = TimeSpan.FromDays(30);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly string _secret = Path.Combine(path, SecretName);

    /// <summary>What clients are told to trust.</summary>
    public string PublicFile { get; } = Path.Combine(path, PublicName);

    /// <summary>The folder of this user; empty when the system names none.</summary>
    public static string OfUser()
    {
        string data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return data.Length == 0 ? "" : Path.Combine(data, ApplicationFolder);
    }

    /// <summary>The certificate with its key, made or renewed when it is time.</summary>
    /// <exception cref="CertificateException">The folder can't be used, or somebody's own certificate in it has expired.</exception>
    public X509Certificate2 Open()
    {
        try
        {
            CreateFolder();
            using FileStream turn = TakeTurn();
            X509Certificate2 certificate = ReadValid() ?? Renew();
            WriteWhole(PublicFile, certificate.ExportCertificatePem(), OthersMayRead);
            return certificate;
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or (IOException and not CertificateException))
        {
            throw new CertificateException(path, exception.Message, exception);
        }
    }

    private X509Certificate2? ReadValid()
    {
        if (!File.Exists(_secret) || IsOpenToOthers())
            return null;
        X509Certificate2 certificate;
        try
        {
            string pem = File.ReadAllText(_secret);
            using X509Certificate2 read = X509Certificate2.CreateFromPem(pem, pem);
            certificate = DevelopmentCertificate.ForServer(read);
        }
        catch (CryptographicException)
        {
            // A damaged file: a new certificate does as well.
            return null;
        }

        TimeSpan left = certificate.NotAfter.ToUniversalTime() - time.GetUtcNow().UtcDateTime;
        if (certificate.Subject != DevelopmentCertificate.Subject)
        {
            return left > TimeSpan.Zero
                ? certificate
                : throw new CertificateException(path, $"'{certificate.Subject}', which the emulator hasn't made, has expired.");
        }

        return left > RenewedBefore ? certificate : null;
    }

    private X509Certificate2 Renew()
    {
        X509Certificate2 certificate = DevelopmentCertificate.Create(time.GetUtcNow());
        using ECDsa key = certificate.GetECDsaPrivateKey()!;
        WriteWhole(_secret, $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n", OwnerOnly);
        return certificate;
    }

    private bool IsOpenToOthers() => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(_secret) & ~OwnerOnly) != 0;

    private void CreateFolder()
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
    }

    // The system lets go of the file when the process ends, however it ends.
    private FileStream TakeTurn()
    {
        long start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(Path.Combine(path, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (TimeProvider.System.GetElapsedTime(start) < LongestWait)
            {
                Thread.Sleep(Pause);
            }
        }
    }

    // Nobody ever reads half a file.
    private static void WriteWhole(string file, string text, UnixFileMode mode)
    {
        string temporary = file + ".new";
        File.Delete(temporary);
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = mode;
        using (FileStream stream = new(temporary, options))
            stream.Write(Encoding.ASCII.GetBytes(text.ReplaceLineEndings("\n")));
        File.Move(temporary, file, overwrite: true);
    }
}
