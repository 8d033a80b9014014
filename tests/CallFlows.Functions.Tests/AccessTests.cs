using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Reflection;
using System.Text;
using System.Text.Json;
using CallFlows.Actions;
using CallFlows.Durable;
using CallFlows.Functions.Tests.Hosting;
using CallFlows.Samples;
using CallFlows.Samples.Clinic;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.Functions.Tests;

/// <summary>Who is let in, and what becomes of requests that are not as they should be.</summary>
public sealed class AccessTests
{
    [Fact]
    public void Functions_ThatAnybodyMayCall_AreTheOneThatChecksForItself()
    {
        IEnumerable<string> open = HttpFunctions.All
            .Where(function => HttpFunctions.Trigger<HttpTriggerAttribute>(function.Method)?.AuthLevel == AuthorizationLevel.Anonymous)
            .Select(function => function.Name);

        open.Should().Equal("Callback");
    }

    [Fact]
    public void Functions_OfTheApp_AreAFewGenericOnes() =>
        HttpFunctions.All.Select(function => function.Name).Should().BeEquivalentTo(
            "CallFlow", "CallAction", "Activity", "IncomingCall", "ServiceEvents", "Callback",
            "ListFlows", "GetFlow", "GetTranscript", "RaiseSignal", "SuspendFlow", "ResumeFlow", "TerminateFlow", "PurgeFlow", "PurgeFlows", "StartFlow");

    [Fact]
    public void Functions_Classes_ArePublic()
    {
        // The Functions worker finds no others.
        HttpFunctions.All.Should().OnlyContain(function => function.Method.DeclaringType!.IsPublic && function.Method.IsPublic);
        HttpFunctions.All.SelectMany(function => function.Method.DeclaringType!.GetConstructors(BindingFlags.Public | BindingFlags.Instance))
            .SelectMany(constructor => constructor.GetParameters()).Should().OnlyContain(parameter => parameter.ParameterType.IsPublic);
    }

    [Fact]
    public async Task Management_WithoutAKey_IsRefused()
    {
        await using FunctionsWorld world = await StartAsync();

        (await world.Http.GetAsync("instances")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await world.Http.PostAsync("flows/Reminder", JsonContent.Create(1))).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await world.Http.GetAsync($"instances?code={HttpFunctions.FunctionKey}")).StatusCode.Should().Be(HttpStatusCode.OK, "the host takes its keys in the query, too");
    }

    [Fact]
    public async Task Callback_WithoutSecretOrToken_IsRefusedAndRaisesNothing()
    {
        await using FunctionsWorld world = await StartAsync();
        using IDisposable held = world.Time.Hold();
        await world.OperateAsync(HttpMethod.Post, "flows/Reminder?id=one", JsonContent.Create(Appointment, options: DurableJson.Options));
        Uri address = world.Services.GetRequiredService<ICallbackAddresses>().For("one");

        (await world.Http.PostAsync("callbacks/one", new StringContent("[]"))).StatusCode.Should().Be(HttpStatusCode.Unauthorized, "it has no secret");
        (await world.Http.PostAsync(address, new StringContent("[]"))).StatusCode.Should().Be(HttpStatusCode.Unauthorized, "it has no token");
        HttpRequestMessage forged = new(HttpMethod.Post, address) { Content = new StringContent("[]") };
        forged.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "eyJhbGciOiJub25lIn0.e30.");
        (await world.Http.SendAsync(forged)).StatusCode.Should().Be(HttpStatusCode.Unauthorized, "its token is nobody's");

        world.Hub.Client.RaisedEvents.Should().BeEmpty();
    }

    [Fact]
    public async Task EventGrid_DeliversTheSameCallTwice_OneFlowIsStarted()
    {
        await using FunctionsWorld world = await StartAsync();
        using IDisposable held = world.Time.Hold();
        StringContent Delivery() => new(IncomingCall, Encoding.UTF8, "application/json");

        (await world.Http.PostAsync(Webhook(world, "IncomingCall"), Delivery())).StatusCode.Should().Be(HttpStatusCode.OK);
        (await world.Http.PostAsync(Webhook(world, "ServiceEvents"), Delivery())).StatusCode.Should().Be(HttpStatusCode.OK);

        OrchestrationPage page = await world.Orchestrations.QueryAsync(new OrchestrationQuery());
        page.Instances.Should().ContainSingle().Which.Name.Should().Be("AppointmentLine");
        world.Hub.Client.Starts.Should().ContainSingle("the second one looked first")
            .Which!.DedupeStatuses.Should().BeEquivalentTo("Pending", "Running", "Suspended", "Completed", "Failed", "Terminated");
    }

    [Fact]
    public async Task EventGrid_DeliversWhatCantBeRead_FunctionFailsSoThatItIsSetAside()
    {
        await using FunctionsWorld world = await StartAsync();

        HttpResponseMessage answer = await world.Http.PostAsync(
            Webhook(world, "IncomingCall"), new StringContent("""[{"id":"1","eventType":"Microsoft.Communication.IncomingCall"}]""", Encoding.UTF8, "application/json"));

        answer.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
    }

    [Fact]
    public async Task Operator_HoldsEndsAndPurgesAFlow_EachIsAnswered()
    {
        await using FunctionsWorld world = await StartAsync();
        using IDisposable held = world.Time.Hold();
        JsonContent body = JsonContent.Create(Appointment, options: DurableJson.Options);
        (await world.OperateAsync(HttpMethod.Post, "flows/Reminder?id=one", body)).StatusCode.Should().Be(HttpStatusCode.Created);

        (await world.OperateAsync(HttpMethod.Delete, "instances/one")).StatusCode.Should().Be(HttpStatusCode.Conflict, "it has not ended");
        (await world.OperateAsync(HttpMethod.Post, "instances/one/suspend")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await world.OperateAsync(HttpMethod.Post, "instances/one/suspend")).StatusCode.Should().Be(HttpStatusCode.Conflict);
        (await world.OperateAsync(HttpMethod.Post, "instances/one/resume")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await world.OperateAsync(HttpMethod.Post, "instances/one/signals/note", JsonContent.Create("x"))).StatusCode.Should().Be(HttpStatusCode.Accepted);
        (await world.OperateAsync(HttpMethod.Post, "instances/one/terminate")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await world.OperateAsync(HttpMethod.Post, "instances/one/signals/note", JsonContent.Create("x"))).StatusCode.Should().Be(HttpStatusCode.Conflict);
        JsonElement list = await (await world.OperateAsync(HttpMethod.Get, "instances?status=terminated&flow=Reminder")).Content.ReadFromJsonAsync<JsonElement>();
        list.GetProperty("instances").GetArrayLength().Should().Be(1);
        (await world.OperateAsync(HttpMethod.Delete, "instances/one")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await world.OperateAsync(HttpMethod.Get, "instances/one")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    private static Appointment Appointment { get; } = new("A-1", SampleNumbers.Shop, "Monday");

    private static string IncomingCall => $$"""
        [{
          "id": "e-1", "topic": "/subscriptions/s", "subject": "phone/", "eventType": "Microsoft.Communication.IncomingCall", "dataVersion": "1.0",
          "metadataVersion": "1", "eventTime": "2026-01-05T09:00:00Z",
          "data": {
            "to": { "kind": "phoneNumber", "rawId": "4:{{SampleNumbers.Clinic.Number}}", "phoneNumber": { "value": "{{SampleNumbers.Clinic.Number}}" } },
            "from": { "kind": "phoneNumber", "rawId": "4:+14255550121", "phoneNumber": { "value": "+14255550121" } },
            "serverCallId": "c2VydmVyLWNhbGw", "callerDisplayName": "", "incomingCallContext": "context", "correlationId": "7c3c7c2e-3a3b-4f7c-8f8e-3d1b3d0a1f00"
          }
        }]
        """;

    private static Task<FunctionsWorld> StartAsync() => FunctionsWorld.StartAsync(flows => flows.AddSamples());

    private static Uri Webhook(FunctionsWorld world, string function) =>
        new(world.Url, $"/runtime/webhooks/eventgrid?functionName={function}&code={HttpFunctions.SystemKey}");
}
