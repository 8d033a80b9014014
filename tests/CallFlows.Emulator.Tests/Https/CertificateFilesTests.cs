using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CallFlows.Emulator.Https;
using CallFlows.Emulator.Tests.Harness;

namespace CallFlows.Emulator.Tests.Https;

public sealed class CertificateFilesTests : IDisposable
{
    private const string Secret = "localhost.key.pem";
    private const string Public = "localhost.crt";

    private readonly TemporaryFolder _folder = new();
    private readonly ManualTime _time = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_FirstTime_KeepsTheKeyFromOthers()
    {
        Thumbprint().Should().NotBeEmpty();

        File.ReadAllText(_folder.File(Public)).Should().NotContain("PRIVATE KEY");
        File.ReadAllText(_folder.File(Secret)).Should().Contain("PRIVATE KEY");
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(_folder.Path).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            File.GetUnixFileMode(_folder.File(Secret)).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public void Open_FirstTime_MakesACertificateForThisMachineThatCanSignNoOther()
    {
        using X509Certificate2 certificate = Open();

        certificate.HasPrivateKey.Should().BeTrue();
        certificate.MatchesHostname("localhost").Should().BeTrue();
        certificate.MatchesHostname("127.0.0.1").Should().BeTrue();
        certificate.MatchesHostname("::1").Should().BeTrue();
        certificate.MatchesHostname("app.example").Should().BeFalse();
        certificate.Extensions.OfType<X509BasicConstraintsExtension>().Single().CertificateAuthority.Should().BeFalse();
        certificate.Extensions.OfType<X509KeyUsageExtension>().Single().KeyUsages.Should().Be(X509KeyUsageFlags.DigitalSignature);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(334, false)]
    [InlineData(336, true)]
    [InlineData(5000, true)]
    public void Open_DaysLater_RenewsThirtyDaysBeforeItExpires(int days, bool renewed)
    {
        string first = Thumbprint();
        _time.Step(_time.GetUtcNow().AddDays(days));

        string later = Thumbprint();

        (later != first).Should().Be(renewed);
        using X509Certificate2 file = X509CertificateLoader.LoadCertificateFromFile(_folder.File(Public));
        file.Thumbprint.Should().Be(later);
        file.NotAfter.ToUniversalTime().Should().BeAfter(_time.GetUtcNow().AddDays(30).UtcDateTime);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")]
    [InlineData("not a certificate")]
    public void Open_DamagedFile_MakesAnother(string content)
    {
        Thumbprint();
        File.WriteAllText(_folder.File(Secret), content);

        string again = Thumbprint();

        Thumbprint().Should().Be(again);
    }

    [Fact]
    public void Open_KeyThatOthersCouldRead_IsReplaced()
    {
        if (OperatingSystem.IsWindows())
            return;
        string first = Thumbprint();
        File.SetUnixFileMode(_folder.File(Secret), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);

        Thumbprint().Should().NotBe(first);
    }

    [Fact]
    public void Open_ManyAtOnce_AllGetTheSame()
    {
        string[] thumbprints = new string[8];

        Parallel.For(0, thumbprints.Length, i => thumbprints[i] = Thumbprint());

        thumbprints.Distinct().Should().ContainSingle();
    }

    [Fact]
    public void Open_SomebodysOwnCertificate_IsUsedUntilItExpires()
    {
        Thumbprint();
        string own = WriteOwn(_time.GetUtcNow().AddDays(2));

        Thumbprint().Should().Be(own);
        _time.Step(_time.GetUtcNow().AddDays(3));
        FluentActions.Invoking(Thumbprint).Should().Throw<CertificateException>().WithMessage("*'CN=mine', which the emulator hasn't made, has expired.*");
    }

    [Fact]
    public void Open_FolderThatIsAFile_SaysWhatToDo()
    {
        File.WriteAllText(_folder.Path, "");
        try
        {
            FluentActions.Invoking(Thumbprint).Should().Throw<CertificateException>().WithMessage($"*{_folder.Path}*Emulator:Https:CertificateFolder*--urls*");
        }
        finally
        {
            File.Delete(_folder.Path);
        }
    }

    private X509Certificate2 Open() => new CertificateFiles(_folder.Path, _time).Open();

    private string Thumbprint()
    {
        using X509Certificate2 certificate = Open();
        return certificate.Thumbprint;
    }

    private string WriteOwn(DateTimeOffset until)
    {
        using RSA key = RSA.Create(2048);
        CertificateRequest request = new("CN=mine", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using X509Certificate2 own = request.CreateSelfSigned(_time.GetUtcNow().AddDays(-1), until);
        File.WriteAllText(_folder.File(Secret), $"{own.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
        return own.Thumbprint;
    }
}
