using System.Net;
using CallFlows.Actions;
using CallFlows.AspNetCore.Tests.Server;
using CallFlows.CallAutomation.Gateway;
using CallFlows.Flows;
using CallFlows.Flows.Registration;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace CallFlows.AspNetCore.Tests.Stories;

public sealed class HostingStories
{
    private const string ConnectionString = "endpoint=https://contoso.communication.test/;accesskey=c2VjcmV0LXNlY3JldC1zZWNyZXQ=";

    private sealed class SilentLine : InboundCallFlow
    {
        protected override Task RunAsync(IncomingCall incoming) => Task.CompletedTask;
    }

    private static void Flows(CallFlowsBuilder flows) => flows.Add<SilentLine>(when => when.Otherwise());

    private static async Task<IReadOnlyList<string>> ProblemsOfAsync(params (string, string?)[] settings)
    {
        await using FlowServer server = FlowServer.Build(Flows, settings, registerFirst: _ => { });
        Func<Task> start = server.StartAsync;
        return [.. (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Failures];
    }

    [Fact]
    public async Task Health_IsGoodWhileTheEngineRuns_AndNotAfter()
    {
        await using FlowServer server = await FlowServer.StartAsync(Flows);
        HealthCheckService health = server.Services.GetRequiredService<HealthCheckService>();

        HttpResponseMessage running = await server.GetAsync("/callflows/health");
        await server.StopAsync();
        HealthReport stopped = await health.CheckHealthAsync(TestContext.Current.CancellationToken);

        running.StatusCode.Should().Be(HttpStatusCode.OK);
        stopped.Status.Should().Be(HealthStatus.Unhealthy);
    }

    [Fact]
    public async Task Engine_AfterTheApplicationHasStopped_TakesNothingMore()
    {
        await using FlowServer server = await FlowServer.StartAsync(Flows);

        await server.StopAsync();

        Func<Task> look = () => server.InstancesAsync();
        await look.Should().ThrowAsync<ObjectDisposedException>();
    }

    [Theory]
    [InlineData(ConnectionString, null)]
    [InlineData(null, "https://contoso.communication.test")]
    public async Task Gateway_WhenTheApplicationBringsNone_IsMadeFromTheSettings(string? connectionString, string? endpoint)
    {
        (string, string?)[] settings = [("ConnectionString", connectionString), ("Endpoint", endpoint)];
        await using FlowServer server = FlowServer.Build(Flows, settings, registerFirst: _ => { });
        await server.StartAsync();

        server.Services.GetRequiredService<ICallGateway>().Should().BeOfType<RestCallGateway>();
    }

    [Theory]
    [InlineData("PublicUrl", null, "CallFlows:PublicUrl", "absolute http or https")]
    [InlineData("PublicUrl", "phone", "CallFlows:PublicUrl can't be 'phone'", "absolute http or https")]
    [InlineData("PublicUrl", "ftp://phone.test", "CallFlows:PublicUrl can't be 'ftp://phone.test'", "absolute http or https")]
    [InlineData("PublicUrl", "https://user:hidden@phone.test/?hidden", "CallFlows:PublicUrl can't be 'https://phone.test/'", "without user")]
    [InlineData("CallbackKey", null, "CallFlows:CallbackKey", "32 random bytes")]
    [InlineData("CallbackKey", "hidden-hidden", "CallFlows:CallbackKey", "32 random bytes")]
    [InlineData("CallbackKey", "aGlkZGVu", "CallFlows:CallbackKey", "32 random bytes")]
    [InlineData("ConnectionString", null, "CallFlows:ConnectionString", "Set one of them")]
    [InlineData("ConnectionString", "endpoint=https://contoso.communication.test/;accesskey=hidden!", "CallFlows:ConnectionString", "accesskey")]
    [InlineData("Endpoint", "https://contoso.communication.test", "CallFlows:Endpoint", "Both are set")]
    [InlineData("CognitiveServicesEndpoint", "speech", "CallFlows:CognitiveServicesEndpoint", "absolute http or https")]
    [InlineData("Jwt:Audience", null, "CallFlows:Jwt:Audience is not set", "immutable resource id")]
    [InlineData("Jwt:MetadataAddress", "http://issuer.test/openid", "CallFlows:Jwt:MetadataAddress", "absolute https")]
    [InlineData("EventGrid:Key", "hidden", "CallFlows:EventGrid:Key has 6 characters", "16 to 512")]
    [InlineData("Management:Key", "hidden", "CallFlows:Management:Key has 6 characters", "16 to 512")]
    [InlineData("Engine:MaxLiveExecutions", "0", "CallFlows:Engine:MaxLiveExecutions can't be 0", "at least 1")]
    [InlineData("Engine:MaxLiveExecutionBytes", "-1", "CallFlows:Engine:MaxLiveExecutionBytes can't be -1", "at least 1")]
    [InlineData("Engine:MaxConcurrentActivities", "0", "CallFlows:Engine:MaxConcurrentActivities can't be 0", "at least 1")]
    [InlineData("Engine:MaxWaitingActivities", "0", "CallFlows:Engine:MaxWaitingActivities can't be 0", "at least 1")]
    [InlineData("Engine:MaxConcurrentClientCalls", "0", "CallFlows:Engine:MaxConcurrentClientCalls can't be 0", "at least 1")]
    [InlineData("Engine:MaxWaitingEvents", "0", "CallFlows:Engine:MaxWaitingEvents can't be 0", "at least 1")]
    [InlineData("Engine:MaxPayloadBytes", "1023", "CallFlows:Engine:MaxPayloadBytes can't be 1023", "at least 1024")]
    [InlineData("Engine:LiveExecutionIdleTime", "2d", "CallFlows:Engine:LiveExecutionIdleTime can't be '2d'", "1s to 1d, or forever")]
    [InlineData("Engine:ShutdownGrace", "forever", "CallFlows:Engine:ShutdownGrace can't be 'forever'", "0s to 1d")]
    [InlineData("Engine:Retention:DefaultAge", "0s", "CallFlows:Engine:Retention:DefaultAge can't be '0s'", "1s to 36500d, or forever")]
    [InlineData("Engine:Retention:DefaultAge", "24:00:00", "CallFlows:Engine:Retention:DefaultAge can't be '24:00:00'", "a whole number with s, m, h, d or w")]
    [InlineData("Engine:Retention:Ages:Reminder", "", "CallFlows:Engine:Retention:Ages:Reminder can't be ''", "1s to 36500d, or forever")]
    public async Task Start_WithABadSetting_IsRefusedWithItsNameAndWhatIsAllowed(string setting, string? value, string named, string allowed)
    {
        IReadOnlyList<string> problems = await ProblemsOfAsync(("ConnectionString", ConnectionString), (setting, value));

        string problem = problems.Should().ContainSingle().Which;
        problem.Should().Contain(named).And.Contain(allowed).And.NotContain("hidden");
    }

    [Fact]
    public async Task Start_WithSeveralBadSettings_TellsAllOfThem()
    {
        IReadOnlyList<string> problems = await ProblemsOfAsync(("PublicUrl", null), ("CallbackKey", null), ("Jwt:Audience", " "));

        problems.Should().HaveCount(4);
    }

    [Fact]
    public async Task Server_AddedTwice_StartsOnceWithTheSettingsOfCode()
    {
        await using FlowServer server = FlowServer.Build(
            Flows,
            [("ConnectionString", ConnectionString)],
            registerFirst: services => services.AddCallFlowsServer(options => options.PublicUrl = new Uri("https://code.test/base")));
        await server.StartAsync();

        server.Services.GetRequiredService<ICallbackAddresses>().For("call-1").AbsoluteUri
            .Should().StartWith("https://code.test/base/callflows/callbacks/call-1?secret=");
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("callflows")]
    [InlineData("/callflows/")]
    [InlineData("/{tenant}")]
    public void Map_UnderWhatIsNoPrefix_IsRefused(string prefix)
    {
        Action build = () => FlowServer.Build(Flows, [], prefix);

        build.Should().Throw<ArgumentException>().WithMessage($"*'{prefix}'*");
    }

    [Fact]
    public void Map_WithoutFlowsOrServer_SaysWhatIsMissing()
    {
        WebApplicationBuilder withoutFlows = WebApplication.CreateSlimBuilder();
        withoutFlows.Services.AddCallFlowsServer();
        WebApplicationBuilder withoutServer = WebApplication.CreateSlimBuilder();
        withoutServer.Services.AddCallFlows(Flows);

        withoutFlows.Build().Invoking(app => app.MapCallFlows()).Should().Throw<InvalidOperationException>().WithMessage("*AddCallFlows(*");
        withoutServer.Build().Invoking(app => app.MapCallFlows()).Should().Throw<InvalidOperationException>().WithMessage("*AddCallFlowsServer*");
    }
}
