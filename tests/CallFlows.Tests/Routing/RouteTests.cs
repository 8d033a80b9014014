using CallFlows.Actions;
using CallFlows.Endpoints;
using CallFlows.Flows;
using CallFlows.Flows.Registration;
using CallFlows.Flows.Routing;
using CallFlows.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.Tests.Routing;

public sealed class RouteTests
{
    private sealed class Sales : InboundCallFlow
    {
        protected override Task RunAsync(IncomingCall incoming) => Task.CompletedTask;
    }

    private sealed class Support : InboundCallFlow
    {
        protected override Task RunAsync(IncomingCall incoming) => Task.CompletedTask;
    }

    private static readonly CommunicationUser Bot = CallEndpoint.User("8:acs:resource_bot");

    private static CallRoute? Find(Action<CallFlowsBuilder> configure, IncomingCallNotification call)
    {
        ServiceCollection services = new();
        services.AddCallFlows(configure);
        using ServiceProvider provider = services.BuildServiceProvider();
        return provider.GetRequiredService<RouteTable>().Find(call);
    }

    private static IncomingCallNotification CallTo(CallEndpoint to) => FlowHost.Call() with { To = to };

    private static IncomingCallNotification CallWith(string header, string value) => FlowHost.Call() with
    {
        CustomContext = new CustomCallingContext { VoipHeaders = new Dictionary<string, string> { [header] = value } },
    };

    [Fact]
    public void Called_ANumber_TakesCallsToItOnly()
    {
        Action<CallFlowsBuilder> flows = f => f.Add<Sales>(when => when.Called("+18005550100", "+18005550101"));

        Find(flows, CallTo(CallEndpoint.Phone("+18005550101")))!.Flow.Should().Be(nameof(Sales));
        Find(flows, CallTo(CallEndpoint.Phone("+18005550102"))).Should().BeNull();
    }

    [Fact]
    public void Called_AUser_TakesCallsToThem()
    {
        Action<CallFlowsBuilder> flows = f => f.Add<Sales>(when => when.Called("8:acs:resource_bot"));

        Find(flows, CallTo(Bot))!.Flow.Should().Be(nameof(Sales));
        Find(flows, FlowHost.Call()).Should().BeNull();
    }

    [Theory]
    [InlineData("+1800555*", "+18005550100", true)]
    [InlineData("+1800555010?", "+18005550107", true)]
    [InlineData("+1800555010?", "+18005550117", false)]
    [InlineData("+1800", "+18005550100", false)]
    [InlineData("8:acs:resource_*", "8:acs:resource_bot", true)]
    [InlineData("8:orgid:*", "8:acs:resource_bot", false)]
    public void CalledMatching_APattern_TakesWhatFits(string pattern, string called, bool fits) =>
        (Find(f => f.Add<Sales>(when => when.CalledMatching(pattern)), CallTo(CallEndpoint.Parse(called))) is not null).Should().Be(fits);

    [Fact]
    public void CallerMatching_APattern_TakesCallsFromThere()
    {
        Action<CallFlowsBuilder> flows = f => f.Add<Sales>(when => when.CallerMatching("+1425*"));

        Find(flows, FlowHost.Call()).Should().NotBeNull();
        Find(flows, FlowHost.Call() with { From = CallEndpoint.Phone("+493012345678") }).Should().BeNull();
    }

    [Theory]
    [InlineData("X-Tier", "gold", true)]
    [InlineData("x-tier", "GOLD plus", true)]
    [InlineData("X-Tier", "silver", false)]
    [InlineData("X-Other", "gold", false)]
    public void WithHeader_AValuePattern_TakesCallsThatCarryIt(string header, string value, bool fits) =>
        (Find(f => f.Add<Sales>(when => when.WithHeader("X-Tier", "gold*")), CallWith(header, value)) is not null).Should().Be(fits);

    [Fact]
    public void WithHeader_AnyValue_TakesCallsThatCarryTheHeader()
    {
        Action<CallFlowsBuilder> flows = f => f.Add<Sales>(when => when.WithHeader("User-To-User"));

        Find(flows, FlowHost.Call() with
        {
            CustomContext = new CustomCallingContext { SipHeaders = new Dictionary<string, string> { ["User-To-User"] = "" } },
        }).Should().NotBeNull();
        Find(flows, FlowHost.Call()).Should().BeNull();
    }

    [Fact]
    public void Conditions_OfOneRoute_MustAllBeMet()
    {
        Action<CallFlowsBuilder> flows = f => f.Add<Sales>(when => when.Called("+18005550100").CallerMatching("+49*"));

        Find(flows, FlowHost.Call()).Should().BeNull();
        Find(flows, FlowHost.Call() with { From = CallEndpoint.Phone("+493012345678") })!.Description
            .Should().Be($"called {FlowHost.LineNumber} and caller +49*");
    }

    [Fact]
    public void Routes_OfOneFlow_AreAlternatives()
    {
        Action<CallFlowsBuilder> flows = f => f.Add<Sales>(when => when.Called("+18005550100"), when => when.Called("8:acs:resource_bot"));

        Find(flows, FlowHost.Call()).Should().NotBeNull();
        Find(flows, CallTo(Bot)).Should().NotBeNull();
    }

    [Fact]
    public void Routes_SeveralMatch_TheFirstWins() =>
        Find(f => f.Add<Sales>(when => when.CalledMatching("*")).Add<Support>(when => when.Called("+18005550100")), FlowHost.Call())!.Flow
            .Should().Be(nameof(Sales));

    [Fact]
    public void Otherwise_WrittenFirst_IsStillTheLastToBeAsked()
    {
        Action<CallFlowsBuilder> flows = f => f.Add<Sales>(when => when.Otherwise()).Add<Support>(when => when.Called("+18005550100"));

        Find(flows, FlowHost.Call())!.Flow.Should().Be(nameof(Support));
        Find(flows, CallTo(Bot))!.Flow.Should().Be(nameof(Sales));
    }

    [Theory, BothWays]
    public async Task Call_NoRouteMatches_StartsNothing(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync(execution, flows => flows.Add<Sales>(when => when.Called("8:acs:resource_bot")));

        (await host.RingAsync()).Should().Be(new IncomingCallReceipt(IncomingCallDisposition.Unrouted));
        (await host.Engine.GetAsync(host.InstanceId, TestContext.Current.CancellationToken)).Should().BeNull();
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Registration_WithAMistake_IsRefusedAtOnce(string message, Action<CallFlowsBuilder> mistake) =>
        FluentActions.Invoking(() => new ServiceCollection().AddCallFlows(mistake)).Should().Throw<ArgumentException>().WithMessage(message);

    public static TheoryData<string, Action<CallFlowsBuilder>> Mistakes() => new()
    {
        { "Sales and Support are all fallbacks; only one flow*", f => f.Add<Sales>(when => when.Otherwise()).Add<Support>(when => when.Otherwise()) },
        { "The route of Sales has no condition; add one, or say Otherwise()*", f => f.Add<Sales>(_ => { }) },
        { "The route of Sales is a fallback with conditions*", f => f.Add<Sales>(when => when.Called("+18005550100").Otherwise()) },
        { "Sales would never get a call; give it a route*", f => f.Add<Sales>() },
        { "A flow named 'Sales' is added already*", f => f.Add<Sales>(when => when.Called("+18005550100")).Add<Sales>(when => when.Otherwise()) },
        { "NoteBook handles no activity; it must implement*", f => f.AddActivity<NoteBook>() },
    };

    [Fact]
    public void Called_WithoutAnyEndpoint_IsRefused() =>
        FluentActions.Invoking(() => new ServiceCollection().AddCallFlows(f => f.Add<Sales>(when => when.Called())))
            .Should().Throw<ArgumentException>().WithMessage("Called() needs at least one number or user*");

    [Fact]
    public void InstanceId_OfACall_DependsOnTheCallAndWhoIsCalled()
    {
        string id = CallFlowClient.InstanceIdOf(FlowHost.Call());

        id.Should().MatchRegex("^call-[0-9a-f]{32}$");
        CallFlowClient.InstanceIdOf(FlowHost.Call() with { IncomingCallContext = "another", CallerDisplayName = "Ada" }).Should().Be(id);
        CallFlowClient.InstanceIdOf(FlowHost.Call("another call")).Should().NotBe(id);
        CallFlowClient.InstanceIdOf(CallTo(Bot)).Should().NotBe(id);
    }
}
