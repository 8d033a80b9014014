using CallFlows.Local.Serve;
using Microsoft.Extensions.Options;

namespace CallFlows.Local.Tests.Serve;

public sealed class LocalOptionsValidatorTests
{
    [Fact]
    public void Settings_Defaults_AreTaken() => Validate(new LocalOptions()).Succeeded.Should().BeTrue();

    [Theory]
    [InlineData("https://127.0.0.1:5080")]
    [InlineData("http://example.com:5080")]
    [InlineData("http://127.0.0.1:5080/path")]
    [InlineData("nonsense")]
    [InlineData("")]
    public void Url_NotHttpOnThisMachine_IsRefusedByNameAndValue(string url)
    {
        ValidateOptionsResult result = Validate(new LocalOptions { Url = url });

        result.FailureMessage.Should().ContainAll("Local:Url", $"'{url}'", "http on this machine");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(65536)]
    public void EmulatorPort_OutOfRange_IsRefusedByNameAndValue(int port)
    {
        ValidateOptionsResult result = Validate(new LocalOptions { EmulatorPort = port });

        result.FailureMessage.Should().ContainAll("Local:EmulatorPort", $"{port}", "0 to 65535");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(double.NaN)]
    [InlineData(1e9)]
    public void CharactersPerSecond_OutOfRange_IsRefusedByNameAndValue(double speed)
    {
        ValidateOptionsResult result = Validate(new LocalOptions { CharactersPerSecond = speed });

        result.FailureMessage.Should().ContainAll("Local:CharactersPerSecond", "1 to 10000");
    }

    private static ValidateOptionsResult Validate(LocalOptions options) => new LocalOptionsValidator().Validate(null, options);
}
