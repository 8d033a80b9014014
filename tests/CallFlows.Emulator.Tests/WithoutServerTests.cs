using CallFlows.Emulator.Faults;
using CallFlows.Emulator.Hosting;
using CallFlows.Emulator.Phones;
using CallFlows.Emulator.Rest;
using CallFlows.Emulator.Tests.Harness;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.Emulator.Tests;

/// <summary>The emulator in the hands of a test's host: without a server, told of, and in a steady order.</summary>
public sealed class WithoutServerTests
{
    private static readonly IServiceProvider NoServices = new ServiceCollection().AddLogging().BuildServiceProvider();

    [Theory]
    [InlineData("GET", "/calling/.well-known/acsopenidconfiguration", 200, "\"issuer\":\"https://acs.test\"")]
    [InlineData("GET", "/calling/keys", 200, "\"kty\":\"RSA\"")]
    [InlineData("GET", "/calling/callConnections/some-call", 401, "HMAC")]
    [InlineData("POST", "/calling/callConnections/some-call:play", 401, "HMAC")]
    [InlineData("GET", "/calling/callConnections/some-call:play", 401, "HMAC")]
    [InlineData("PATCH", "/calling/callConnections", 404, "There is no operation PATCH at this path.")]
    [InlineData("GET", "/somewhere/else", 404, "There is no operation GET at this path.")]
    public async Task Request_WithoutAServer_IsServedAsWithOne(string method, string path, int status, string content)
    {
        await using CallAutomationEmulator emulator = CallAutomationEmulator.StartWithoutServer(new NoServer(), _ => { }, new ManualTime());
        DefaultHttpContext context = new() { RequestServices = NoServices };
        context.Request.Method = method;
        context.Request.Scheme = "https";
        context.Request.Host = new HostString("acs.test");
        context.Request.Path = path;
        using MemoryStream body = new();
        context.Response.Body = body;

        await emulator.Requests.HandleAsync(context);

        context.Response.StatusCode.Should().Be(status);
        System.Text.Encoding.UTF8.GetString(body.ToArray()).Should().Contain(content);
    }

    [Fact]
    public async Task Callbacks_TakeTheirTravelTime()
    {
        await using Emulated emulated = await Emulated.StartAsync(options => options.Callbacks.TravelTime = TimeSpan.FromSeconds(2));
        emulated.Phone().OnRing(RingBehavior.Answer(TimeSpan.Zero));
        await emulated.PostAsync("callConnections", Bodies.Create(Bodies.Number(Emulated.Caller)));

        await emulated.RunAsync(1);
        emulated.App.Callbacks.Should().BeEmpty();
        await emulated.RunAsync(10);

        (emulated.App.Callbacks[1].At - emulated.App.Callbacks[0].At).Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Observer_IsToldWhatHappensWhateverTheAppIsTold()
    {
        Notes notes = new();
        await using Emulated emulated = await Emulated.StartAsync(options =>
        {
            options.Observer = notes;
            options.FaultRules.Add(new FaultRule { Kind = FaultKind.DropCallback, Events = ["CallConnected"] });
        });
        emulated.Phone().OnRing(RingBehavior.Answer(TimeSpan.Zero));

        await emulated.PostAsync("callConnections", Bodies.Create(Bodies.Number(Emulated.Caller)));
        await emulated.RunAsync(10);

        notes.Taken.Should().StartWith("acted CreateCall").And.Contain("happened CallConnected").And.Contain("struck DropCallback CallConnected");
        emulated.App.Callbacks.Should().NotContain(callback => callback.Name == "CallConnected");
    }

    private sealed class Notes : IEmulatorObserver
    {
        private readonly List<string> _notes = [];

        public string Taken => string.Join(", ", _notes);

        public void Acted(ActionLogEntry entry) => _notes.Add($"acted {entry.Action}");

        public void Happened(string callConnectionId, string type, string? operationContext) => _notes.Add($"happened {type}");

        public void Struck(FaultRule rule, string? name) => _notes.Add($"struck {rule.Kind} {name}");
    }

    private sealed class NoServer : IServer
    {
        public NoServer()
        {
            ServerAddressesFeature addresses = new();
            addresses.Addresses.Add("https://acs.test");
            Features.Set<IServerAddressesFeature>(addresses);
        }

        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
        }
    }
}
