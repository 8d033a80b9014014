using CallFlows.Emulator.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.Emulator.Tests.Https;

public sealed class ListenAddressesTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5055 https://127.0.0.1:5056")]
    [InlineData("http://127.0.0.1:5055 https://127.0.0.1:7000", "--Emulator:Https:Port=7000")]
    [InlineData("http://127.0.0.1:6000", "--urls=http://127.0.0.1:6000")]
    [InlineData("http://127.0.0.1:6000 https://127.0.0.1:6001", "--urls=http://127.0.0.1:6000;https://127.0.0.1:6001")]
    [InlineData("http://127.0.0.1:6000 https://127.0.0.1:7000", "--urls=http://127.0.0.1:6000", "--Emulator:Https:Port=7000")]
    [InlineData("", "--Kestrel:Endpoints:Http:Url=http://127.0.0.1:6000")]
    public async Task Program_Settings_SayWhereItListens(string addresses, params string[] arguments)
    {
        await using WebApplication app = Build(arguments);

        ListenAddresses.Choose(app);

        app.Urls.Should().Equal(addresses.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Program_HttpsPortBesideEndpointsOfTheServer_IsRefused()
    {
        await using WebApplication app = Build("--Kestrel:Endpoints:Http:Url=http://127.0.0.1:6000", "--Emulator:Https:Port=7000");

        FluentActions.Invoking(() => ListenAddresses.Choose(app)).Should().Throw<InvalidOperationException>().WithMessage("*Emulator:Https:Port*Kestrel:Endpoints*");
    }

    private static WebApplication Build(params string[] arguments)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(arguments);
        builder.Services.AddCallAutomationEmulator();
        builder.Services.Configure<EmulatorOptions>(builder.Configuration.GetSection(EmulatorOptions.Section));
        return builder.Build();
    }
}
